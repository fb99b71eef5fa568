"""The style sheet of a theme: what a palette cannot say."""

from writer_app.paths import resources
from writer_app.ui.theme import Colours


def style_sheet(colours: Colours) -> str:
    """Return what a palette cannot say: quiet bars, and a scroll bar that keeps out of the way."""
    return f"""
    QMenuBar {{ background: {colours.paper}; padding: 2px 6px; border: 0; }}
    QMenuBar::item {{ padding: 4px 9px; border-radius: 4px; color: {colours.quiet};
        background: transparent; }}
    QMenuBar::item:selected {{ background: {colours.raised}; color: {colours.ink}; }}
    QMenu {{ background: {colours.raised}; border: 1px solid {colours.line}; padding: 5px; }}
    QMenu::item {{ padding: 0 26px 0 10px; border-radius: 4px; min-height: 26px; }}
    QMenu::icon, QMenu::indicator {{ padding-left: 9px; }}
    QMainWindow::separator {{ background: {colours.paper}; width: 5px; }}
    QMenu::item:selected {{ background: {colours.selection}; color: {colours.ink}; }}
    QMenu::item:disabled {{ color: {colours.quiet}; }}
    QMenu::separator {{ height: 1px; background: {colours.line}; margin: 5px 8px; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {colours.line}; border-radius: 4px; min-height: 36px;
        margin: 2px; }}
    QScrollBar::handle:vertical:disabled {{ background: transparent; }}
    QScrollBar::handle:vertical:hover {{ background: {colours.quiet}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QTabBar {{ background: {colours.paper}; border: 0; }}
    QTabBar::tab {{ background: {colours.paper}; color: {colours.quiet}; border: 0;
        border-bottom: 2px solid transparent; padding: 7px 6px 6px 12px; max-width: 240px; }}
    QTabBar::tab:selected {{ color: {colours.ink}; border-bottom: 2px solid {colours.accent}; }}
    QTabBar::tab:hover:!selected {{ background: {colours.raised}; color: {colours.ink}; }}
    #tabs QToolButton {{ background: transparent; color: {colours.quiet}; border: 0; border-radius: 4px;
        padding: 0; }}
    #tabs QToolButton:hover {{ background: {colours.selection}; color: {colours.ink}; }}
    #status QLabel {{ color: {colours.quiet}; }}
    #notice, #find {{ background: {colours.raised}; border: 0; }}
    #notice {{ border-bottom: 1px solid {colours.line}; }}
    #find {{ border-top: 1px solid {colours.line}; }}
    #find QLineEdit {{ background: {colours.paper}; border: 1px solid {colours.line};
        border-radius: 4px; padding: 4px 7px; }}
    #find QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 4px;
        padding: 4px 8px; color: {colours.quiet}; }}
    #find QToolButton:hover {{ border-color: {colours.line}; }}
    #find QToolButton:focus {{ border-color: {colours.accent}; }}
    QDialog QToolButton:focus {{ border: 1px solid {colours.accent}; border-radius: 4px; }}
    #find QToolButton:checked {{ background: {colours.selection}; color: {colours.ink}; }}
    #find QLineEdit:focus {{ border-color: {colours.accent}; }}
    QPushButton {{ background: {colours.paper}; border: 1px solid {colours.line}; border-radius: 4px;
        padding: 5px 14px; }}
    QPushButton:hover, QPushButton:focus {{ border-color: {colours.accent}; }}
    QPushButton:default {{ background: {colours.selection}; border-color: {colours.accent}; }}
    QPushButton:default:disabled {{ background: {colours.paper}; border-color: {colours.line}; }}
    QComboBox, QAbstractSpinBox, QDialog QLineEdit, #insidePage QLineEdit {{ background: {colours.paper};
        border: 1px solid {colours.line}; border-radius: 4px; padding: 3px 8px; min-height: 20px;
        selection-background-color: {colours.selection}; selection-color: {colours.ink}; }}
    QDialog QAbstractSpinBox QLineEdit {{ border: 0; padding: 0 6px; min-height: 0; }}
    QComboBox:focus, QAbstractSpinBox:focus, QDialog QLineEdit:focus, #insidePage QLineEdit:focus {{
        border-color: {colours.accent}; }}
    QComboBox:disabled, QAbstractSpinBox:disabled, QDialog QLineEdit:disabled {{ color: {colours.quiet}; }}
    QComboBox::drop-down {{ border: 0; width: 24px; }}
    QComboBox::down-arrow, QAbstractSpinBox::down-arrow, QAbstractSpinBox::up-arrow {{
        image: url("{_arrow("down")}"); width: 14px; height: 14px; }}
    QAbstractSpinBox::up-arrow {{ image: url("{_arrow("up")}"); }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: 0; width: 20px; }}
    QComboBox QAbstractItemView {{ background: {colours.raised}; border: 1px solid {colours.line}; outline: 0;
        selection-background-color: {colours.selection}; selection-color: {colours.ink}; }}
    QDockWidget {{ color: {colours.quiet}; }}
    QDockWidget::title {{ padding: 6px 12px; background: {colours.paper}; }}
    QDockWidget#inside::title {{ border-left: 1px solid {colours.line}; }}
    #insidePage {{ border-left: 1px solid {colours.line}; }}
    QToolButton#more {{ border: 0; padding: 3px 8px; border-radius: 4px; }}
    QToolButton#more:hover, QToolButton#more:focus {{ background: {colours.raised}; }}
    QToolButton#more::menu-indicator {{ image: none; }}
    #strong {{ font-weight: 600; }}
    #heading {{ font-weight: 700; padding: 16px 0 4px 0; }}
    #groups {{ border: 1px solid transparent; background: transparent; outline: 0; }}
    #groups:focus {{ border-color: {colours.accent}; }}
    #groups::item {{ padding: 0 10px; border-radius: 5px; color: {colours.ink}; }}
    #groups::item:selected {{ background: {colours.selection}; }}
    #alternatives {{ background: {colours.raised}; border: 1px solid {colours.line}; border-radius: 6px;
        padding: 3px; }}
    #quiet {{ color: {colours.quiet}; }}
    #verdict {{ font-size: 17pt; }}
    QListWidget, QTreeWidget, QTableView {{ background: {colours.paper}; border: 1px solid {colours.line};
        border-radius: 4px; padding: 3px; outline: 0; selection-color: {colours.ink};
        selection-background-color: {colours.selection}; }}
    QListWidget:focus, QTreeWidget:focus, QTableView:focus {{ border-color: {colours.accent}; }}
    QTreeWidget::item, #rows::item {{ min-height: 24px; border: 0; }}
    QTreeWidget::item:selected, #rows::item:selected {{ background: {colours.selection};
        color: {colours.ink}; }}
    #outline QTreeWidget {{ border: 0; border-right: 1px solid {colours.line}; border-radius: 0;
        padding: 6px; }}
    #outline QTreeWidget:focus {{ border-color: {colours.accent}; }}
    #outline QTreeWidget::item {{ padding: 4px 3px; border: 0; }}
    #outline QTreeWidget::item:selected {{ background: {colours.selection}; color: {colours.ink}; }}
    #versions::item {{ padding: 4px 6px; border-radius: 3px; }}
    #versions::item:selected {{ background: {colours.selection}; color: {colours.ink}; }}
    QHeaderView::section {{ background: {colours.paper}; color: {colours.quiet}; border: 0;
        padding: 3px 5px; }}
    QProgressBar {{ background: {colours.raised}; border: 1px solid {colours.line}; border-radius: 4px;
        max-height: 8px; }}
    QProgressBar::chunk {{ background: {colours.accent}; border-radius: 3px; }}
    QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QTextBrowser {{ border: 0; }}
    """


def _arrow(direction: str) -> str:
    """Return the file of an arrow, grey so that every paper shows it: a style sheet knows only files."""
    return (resources() / "icons" / "lucide" / f"grey-chevron-{direction}.svg").as_posix()
