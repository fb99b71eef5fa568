<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
    <context>
        <name>Writer</name>
        <message>
            <location filename="../../writer_app/ui/help_menu.py" />
            <source>&amp;About Writer</source>
            <translation>关于 Writer(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <location filename="../../writer_app/ui/dialogs/run_buttons.py" />
            <source>&amp;Close</source>
            <translation>关闭(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/formatting.py" />
            <source>&amp;Code</source>
            <translation>代码(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/context_menu.py" />
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;Copy</source>
            <translation>复制(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/dock.py" />
            <source>&amp;Copy as picture</source>
            <translation>复制为图片(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>&amp;Delete…</source>
            <translation>删除(&amp;D)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;E-book (EPUB)…</source>
            <translation>电子书 (EPUB)(&amp;E)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/main_window.py" />
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/formatting.py" />
            <source>&amp;Emphasis</source>
            <translation>斜体(&amp;E)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/writing_aids.py" />
            <source>&amp;English of</source>
            <translation>英语类型(&amp;E)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;Export as</source>
            <translation>导出为(&amp;E)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/dock.py" />
            <source>&amp;Export as CSV…</source>
            <translation>导出为 CSV(&amp;E)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/main_window.py" />
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;Find…</source>
            <translation>查找(&amp;F)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>&amp;Forget everything about me…</source>
            <translation>忘记我的一切(&amp;F)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/writing_aids.py" />
            <source>&amp;Full screen</source>
            <translation>全屏(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_buttons.py" />
            <source>&amp;Go back to the old model</source>
            <translation>恢复旧模型(&amp;G)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/formatting.py" />
            <source>&amp;Heading</source>
            <translation>标题(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/main_window.py" />
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/suggesting.py" />
            <source>&amp;How eager</source>
            <translation>积极程度(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>&amp;Import…</source>
            <translation>导入(&amp;I)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/insight.py" />
            <source>&amp;Inside the LSTM</source>
            <translation>LSTM 内部(&amp;I)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_buttons.py" />
            <source>&amp;Keep the new model</source>
            <translation>保留新模型(&amp;K)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/language_choice.py" />
            <source>&amp;Language of the documents</source>
            <translation>文档语言(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;Larger text</source>
            <translation>放大文字(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/formatting.py" />
            <source>&amp;Link</source>
            <translation>链接(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/suggesting.py" />
            <source>&amp;List suggestions</source>
            <translation>列出建议(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/main_window.py" />
            <source>&amp;Models…</source>
            <translation>模型(&amp;M)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/writing_aids.py" />
            <source>&amp;My words…</source>
            <translation>我的词典(&amp;M)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;New</source>
            <translation>新建(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;Next document</source>
            <translation>下一个文档(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/writing_aids.py" />
            <source>&amp;Next misspelt word</source>
            <translation>下一个拼写错误(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/suggesting.py" />
            <source>&amp;Next suggestion</source>
            <translation>下一条建议(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/formatting.py" />
            <source>&amp;Numbered list</source>
            <translation>编号列表(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;Open…</source>
            <translation>打开(&amp;O)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_buttons.py" />
            <source>&amp;Other documents</source>
            <translation>其他文档(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/outline.py" />
            <source>&amp;Outline</source>
            <translation>大纲(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;PDF…</source>
            <translation>PDF(&amp;P)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/context_menu.py" />
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;Paste</source>
            <translation>粘贴(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;Previous document</source>
            <translation>上一个文档(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/suggesting.py" />
            <source>&amp;Previous suggestion</source>
            <translation>上一条建议(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;Print…</source>
            <translation>打印(&amp;P)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;Quit</source>
            <translation>退出(&amp;Q)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/formatting.py" />
            <source>&amp;Quotation</source>
            <translation>引用(&amp;Q)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/read_aloud.py" />
            <source>&amp;Read aloud</source>
            <translation>朗读(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/context_menu.py" />
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;Redo</source>
            <translation>重做(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>&amp;Remove</source>
            <translation>移除(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>&amp;Rename…</source>
            <translation>重命名(&amp;R)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;Save</source>
            <translation>保存(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;Smaller text</source>
            <translation>缩小文字(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/writing_aids.py" />
            <source>&amp;Spelling</source>
            <translation>拼写(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_buttons.py" />
            <source>&amp;Start learning</source>
            <translation>开始学习(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/formatting.py" />
            <source>&amp;Strong</source>
            <translation>加粗(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/main_window.py" />
            <source>&amp;Suggestions</source>
            <translation>建议(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/suggesting.py" />
            <source>&amp;Teach it your style…</source>
            <translation>教它你的文风(&amp;T)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;Theme</source>
            <translation>主题(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/help_menu.py" />
            <source>&amp;Try the keys</source>
            <translation>试试这些按键(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/context_menu.py" />
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;Undo</source>
            <translation>撤销(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>&amp;Use this one</source>
            <translation>使用此模型(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;Usual size</source>
            <translation>默认大小(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/main_window.py" />
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>&amp;Word (DOCX)…</source>
            <translation>Word (DOCX)(&amp;W)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/help_menu.py" />
            <source>&amp;Writing with suggestions</source>
            <translation>借助建议写作(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>0 is no goal.</source>
            <translation>0 表示没有目标。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/status_line.py" />
            <source>1 character</source>
            <translation>1 个字符</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>1 document is left out</source>
            <translation>未采用 1 个文档</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>1 document, {words:,} words</source>
            <translation>1 个文档，{words:,} 字</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/comparison_view.py" />
            <source>1 paragraph unchanged</source>
            <translation>1 段未更改</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/status_line.py" />
            <source>1 word</source>
            <translation>1 字</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>A few words</source>
            <translation>几个词</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>A folder of documents to learn from</source>
            <translation>选择要学习的文档所在的文件夹</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/ownership.py" />
            <source>A model needs a name.</source>
            <translation>模型需要一个名称。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/find_bar.py" />
            <source>A regular expression</source>
            <translation>正则表达式</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>A suggestion is announced once, and is not read as text.</source>
            <translation>每条建议只播报一次，不会当作正文朗读。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>A suggestion never appears sooner after a key.</source>
            <translation>按键之后，至少过这么久才显示建议。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>A word</source>
            <translation>一个词</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>A word less likely than this is not shown; one that saves many keys may be a little less likely.</source>
            <translation>可能性低于此值的词不显示；能省很多按键的词可以略低一些。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/help.py" />
            <source>About Writer</source>
            <translation>关于 Writer</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>About a minute left</source>
            <translation>大约还需一分钟</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>About {minutes} minutes left</source>
            <translation>大约还需 {minutes} 分钟</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/shortcuts.py" />
            <location filename="../../writer_app/ui/help.py" />
            <source>Action</source>
            <translation>操作</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>Add &amp;files…</source>
            <translation>添加文件(&amp;F)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/selection.py" />
            <source>Add documents: at least {fewest:,} words, better {expected:,} and more.</source>
            <translation>请添加文档：至少 {fewest:,} 字，{expected:,} 字以上更好。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>Add f&amp;older…</source>
            <translation>添加文件夹(&amp;O)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/spelling_marks.py" />
            <source>Add to my words</source>
            <translation>添加到我的词典</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>Advanced options</source>
            <translation>高级选项</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/result_page.py" />
            <source>After</source>
            <translation>之后</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/help_menu.py" />
            <source>All &amp;keys</source>
            <translation>所有快捷键(&amp;K)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/help.py" />
            <source>All keys</source>
            <translation>所有快捷键</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>Allow it in the file's properties, or use another place.</source>
            <translation>请在文件属性中允许此操作，或换一个位置。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>American</source>
            <translation>美式</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/comparison_view.py" />
            <source>And {number:,} more places.</source>
            <translation>另有 {number:,} 处。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>As far as it is sure</source>
            <translation>有把握就一直写下去</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>As the system follows its dark mode and its wish for high contrast.</source>
            <translation>“跟随系统”会随系统的深色模式和高对比度设置而变。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/pack.py" />
            <source>Ask whoever made it for a complete pack.</source>
            <translation>请向制作者索取完整的语言包。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Australian</source>
            <translation>澳大利亚式</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Author</source>
            <translation>作者</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/settings.py" />
            <source>Back to the default</source>
            <translation>恢复默认值</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/settings.py" />
            <source>Back to the default: {title}</source>
            <translation>恢复默认值：{title}</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Balanced</source>
            <translation>适中</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>Base model</source>
            <translation>基础模型</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/result_page.py" />
            <location filename="../../writer_app/ui/dialogs/samples.py" />
            <source>Before</source>
            <translation>之前</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/setting_controls.py" />
            <source>Best for reading</source>
            <translation>最适合阅读的字体</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>Better by less than 1 %.</source>
            <translation>改善不到 1%。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>Better by {gain:.0f} %.</source>
            <translation>改善了 {gain:.0f}%。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>Bits per character</source>
            <translation>每字符比特数</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/learning_curve.py" />
            <source>Bits per character on text held back</source>
            <translation>留出文字上的每字符比特数</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>Bits per character, texts of all kinds</source>
            <translation>每字符比特数（各类文字）</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>Bits per character, your text</source>
            <translation>每字符比特数（你的文字）</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Blue where the text is predictable to the model, orange where it surprises it.</source>
            <translation>模型能料到的文字显示为蓝色，出乎它意料的显示为橙色。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>British</source>
            <translation>英式</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/help.py" />
            <source>Built with</source>
            <translation>使用的组件</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Canadian</source>
            <translation>加拿大式</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <location filename="../../writer_app/ui/printing.py" />
            <location filename="../../writer_app/ui/questions.py" />
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/find_bar.py" />
            <source>Capital letters count</source>
            <translation>区分大小写</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Careful</source>
            <translation>谨慎</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Check spelling</source>
            <translation>检查拼写</translation>
        </message>
        <message>
            <location filename="../../writer_app/importers/files.py" />
            <source>Choose a document with some text in it.</source>
            <translation>请选择有文字内容的文档。</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <location filename="../../writer_app/importers/files.py" />
            <source>Choose a file.</source>
            <translation>请选择一个文件。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/shortcuts.py" />
            <source>Choose an action, then press its new keys in the field.</source>
            <translation>先选择一项操作，再在输入框中按下新的按键。</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/history.py" />
            <source>Choose another one.</source>
            <translation>请另选一个。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/ownership.py" />
            <source>Choose another place, or make room on the disk.</source>
            <translation>请换一个位置，或在磁盘上腾出空间。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/remembering.py" />
            <source>Choose another place, or see that the disk is not full.</source>
            <translation>请换一个位置，或检查磁盘是否已满。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/store.py" />
            <source>Choose another value.</source>
            <translation>请换一个值。</translation>
        </message>
        <message>
            <location filename="../../writer_app/exporters/__init__.py" />
            <source>Choose one of these: {suffixes}.</source>
            <translation>请选择以下类型之一：{suffixes}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/history.py" />
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <location filename="../../writer_app/ui/dialogs/numbers_dialog.py" />
            <location filename="../../writer_app/ui/find_bar.py" />
            <location filename="../../writer_app/ui/help.py" />
            <location filename="../../writer_app/ui/lesson.py" />
            <location filename="../../writer_app/ui/notices.py" />
            <location filename="../../writer_app/ui/printing.py" />
            <location filename="../../writer_app/ui/tabs.py" />
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>Close &amp;document</source>
            <translation>关闭文档(&amp;D)</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/memory.py" />
            <source>Close other programs, and start again.</source>
            <translation>请关闭其他程序，然后重新开始。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/insight.py" />
            <source>Colour &amp;what</source>
            <translation>着色对象(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Colour by surprise</source>
            <translation>按意外程度着色</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/history.py" />
            <source>Comparing…</source>
            <translation>正在比较…</translation>
        </message>
        <message>
            <location filename="../../writer_app/exporters/epub.py" />
            <source>Contents</source>
            <translation>目录</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/history.py" />
            <source>Copy its text</source>
            <translation>复制其文字</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/context_menu.py" />
            <location filename="../../writer_app/ui/menus.py" />
            <source>Cu&amp;t</source>
            <translation>剪切(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Curly quotes and dashes</source>
            <translation>弯引号和破折号</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/suggesting.py" />
            <source>D&amp;ismiss</source>
            <translation>收起(&amp;I)</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/context_menu.py" />
            <location filename="../../writer_app/ui/questions.py" />
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/ownership.py" />
            <source>Delete these by hand in the folder of the program’s data.</source>
            <translation>请到程序的数据文件夹中手动删除它们。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/numbers_dialog.py" />
            <source>Delete these numbers</source>
            <translation>删除这些数字</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Delete “{title}”?</source>
            <translation>要删除“{title}”吗？</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/recovery.py" />
            <location filename="../../writer_app/ui/teaching.py" />
            <source>Discard</source>
            <translation>丢弃</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>Document</source>
            <translation>文档</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>Documents</source>
            <translation>文档</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Documents (*.txt *.md *.markdown *.text *.docx *.odt *.epub *.pdf *.html *.htm *.xhtml *.rtf);;All files (*)</source>
            <translation>文档 (*.txt *.md *.markdown *.text *.docx *.odt *.epub *.pdf *.html *.htm *.xhtml *.rtf);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>Documents left out</source>
            <translation>未采用的文档</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>Documents to learn from</source>
            <translation>要学习的文档</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Don't save</source>
            <translation>不保存</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>Download or copy it again.</source>
            <translation>请重新下载或复制。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>Drop files or folders here</source>
            <translation>把文件或文件夹拖到这里</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>E&amp;xport…</source>
            <translation>导出(&amp;X)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/goals.py" />
            <source>Each day</source>
            <translation>每天</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Eager</source>
            <translation>积极</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>Earlier &amp;versions…</source>
            <translation>历史版本(&amp;V)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/history.py" />
            <source>Earlier versions of “{name}”</source>
            <translation>“{name}”的历史版本</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>English</source>
            <translation>英语</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Everything</source>
            <translation>有就显示</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/charts.py" />
            <source>Expected at the caret</source>
            <translation>光标处的预期</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Export as</source>
            <translation>导出为</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/dock.py" />
            <source>Export as CSV</source>
            <translation>导出为 CSV</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Export words</source>
            <translation>导出词表</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/exporting.py" />
            <source>Exported to “{name}”.</source>
            <translation>已导出到“{name}”。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Exporting replaces what is in it.</source>
            <translation>导出会替换其中的内容。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/exporting.py" />
            <source>Exporting to “{name}”…</source>
            <translation>正在导出到“{name}”…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/writing_aids.py" />
            <source>F&amp;ocus</source>
            <translation>专注(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/main_window.py" />
            <source>F&amp;ormat</source>
            <translation>格式(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/full_screen.py" />
            <source>F11 brings the menus back</source>
            <translation>按 F11 可重新显示菜单</translation>
        </message>
        <message>
            <location filename="../../writer_app/importers/files.py" />
            <source>Fetch or save it again, and see whether another program can open it.</source>
            <translation>请重新获取或保存该文件，并看看其他程序能否打开它。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/find_bar.py" />
            <source>Find</source>
            <translation>查找</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>Find ne&amp;xt</source>
            <translation>查找下一个(&amp;X)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>Find pre&amp;vious</source>
            <translation>查找上一个(&amp;V)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_page.py" />
            <source>Finding out what it has brought, and what may have been forgotten…</source>
            <translation>正在查看学习的收获，以及可能遗忘的内容…</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Focus</source>
            <translation>专注</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Follow my rhythm</source>
            <translation>跟随我的节奏</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Font</source>
            <translation>字体</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Font size</source>
            <translation>字号</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>For " ' -- and ... as you type. Backspace right after gives back what you typed.</source>
            <translation>输入 " ' -- 和 ... 时自动替换；随后按退格键可恢复原来的输入。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Forget</source>
            <translation>忘记</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Forget and close</source>
            <translation>忘记并关闭</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Forget everything</source>
            <translation>忘记一切</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Forget everything about you?</source>
            <translation>要忘记关于你的一切吗？</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Forget everything that was learned from your writing?</source>
            <translation>要忘记从你的写作中学到的一切吗？</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Forget everything…</source>
            <translation>忘记一切…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/recent_menu.py" />
            <source>Forget these</source>
            <translation>清除这些记录</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>Free some space first.</source>
            <translation>请先腾出一些空间。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/heat_maps.py" />
            <source>Gates and states of the sentence</source>
            <translation>句中的门与状态</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/teaching.py" />
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_buttons.py" />
            <source>Go on &amp;learning</source>
            <translation>继续学习(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_buttons.py" />
            <source>Go on &amp;writing</source>
            <translation>继续写作(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_buttons.py" />
            <source>Go on where it &amp;was</source>
            <translation>从中断处继续(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/goals.py" />
            <source>Goals</source>
            <translation>目标</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/settings.py" />
            <source>Groups</source>
            <translation>分组</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/selection.py" />
            <source>Hardly anything is left of it without what looks like secrets.</source>
            <translation>去掉疑似机密的内容后，几乎什么也不剩。</translation>
        </message>
        <message>
            <location filename="../../writer_app/importers/pdf.py" />
            <source>Have a program for text recognition (OCR) add the text.</source>
            <translation>请先用文字识别（OCR）程序添加文字。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>High contrast, dark</source>
            <translation>高对比度（深色）</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>High contrast, light</source>
            <translation>高对比度（浅色）</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/suggesting.py" />
            <source>How &amp;long</source>
            <translation>长度(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/dock.py" />
            <location filename="../../writer_app/ui/insight.py" />
            <source>How an &amp;LSTM works</source>
            <translation>LSTM 的原理(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/insight.py" />
            <source>How an LSTM works</source>
            <translation>LSTM 的原理</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>How eager</source>
            <translation>建议的积极程度</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/samples.py" />
            <source>How it goes on after beginnings from your own text:</source>
            <translation>用你自己文字的开头，看它怎么续写：</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/samples.py" />
            <source>How it goes on after beginnings from your text</source>
            <translation>用你文字的开头，看它怎么续写</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>How long</source>
            <translation>建议长度</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>How many keystrokes that saves could not be told from so little text.</source>
            <translation>文字太少，无法判断能节省多少次按键。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/surprise/margin_graph.py" />
            <source>How surprising the document is</source>
            <translation>文档的意外程度</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/spelling_marks.py" />
            <source>Ignore until I quit</source>
            <translation>本次运行中忽略</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Import a model</source>
            <translation>导入模型</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Import words</source>
            <translation>导入词表</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/find_bar.py" />
            <source>In all open documents</source>
            <translation>在所有打开的文档中</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>In use</source>
            <translation>使用中</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/dock.py" />
            <source>Inside the LSTM</source>
            <translation>LSTM 内部</translation>
        </message>
        <message>
            <location filename="../../writer_app/engine/analyst.py" />
            <source>Install a language pack.</source>
            <translation>请安装一个语言包。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/finetune.py" />
            <source>Install it with: pip install 'writer_app[train]'</source>
            <translation>安装命令：pip install 'writer_app[train]'</translation>
        </message>
        <message>
            <location filename="../../writer_app/spelling/dictionary.py" />
            <source>Install it with: pip install chunspell</source>
            <translation>安装命令：pip install chunspell</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>Install one first.</source>
            <translation>请先安装一个。</translation>
        </message>
        <message>
            <location filename="../../writer_app/engine/backends.py" />
            <source>Install one, or train one with `writer-app train`.</source>
            <translation>请安装一个，或用 `writer-app train` 训练一个。</translation>
        </message>
        <message>
            <location filename="../../writer_app/app.py" />
            <source>Install one: writer-app packs install FOLDER</source>
            <translation>安装命令：writer-app packs install 文件夹</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/repair.py" />
            <source>Install the language pack again.</source>
            <translation>请重新安装语言包。</translation>
        </message>
        <message>
            <location filename="../../writer_app/spelling/dictionary.py" />
            <source>Install the program again, or choose another dialect.</source>
            <translation>请重新安装程序，或选择另一种英语类型。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/rehearsal.py" />
            <source>Install the program again.</source>
            <translation>请重新安装本程序。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>It has learned from public texts; its card in {folder} names them.</source>
            <translation>它学习过公开的文字；{folder} 中的模型卡列出了它们。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/result_page.py" />
            <source>It has learned: {words}</source>
            <translation>它学到了：{words}</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/remembering.py" />
            <source>It has to be a text file in UTF-8, with one word a line.</source>
            <translation>它必须是 UTF-8 文本文件，每行一个词。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/selection.py" />
            <source>It is in another language than was chosen above.</source>
            <translation>它的语言与上面选择的不同。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/selection.py" />
            <source>It is mostly numbers and signs.</source>
            <translation>内容大多是数字和符号。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/selection.py" />
            <source>It is nearly empty.</source>
            <translation>几乎是空的。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>It repeats none of {spans:,} passages of your documents word for word.</source>
            <translation>在你文档的 {spans:,} 个片段中，它没有逐字重复任何一个。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>It repeats {verbatim:,} of {spans:,} passages of your documents word for word. Give this model only to people who may read them.</source>
            <translation>在你文档的 {spans:,} 个片段中，它逐字重复了 {verbatim:,} 个。请只把这个模型交给可以阅读这些文档的人。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_page.py" />
            <source>It rests until you let it go on, also if you close this window.</source>
            <translation>在你让它继续之前，它一直暂停；关闭此窗口也是如此。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_page.py" />
            <source>It runs on its battery now: you may pause until the cable is plugged in.</source>
            <translation>电脑正在使用电池：可以先暂停，等接上电源再继续。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/help.py" />
            <source>It suggests how a sentence may go on. Nothing that you write leaves this computer.</source>
            <translation>它会猜测句子接下来怎么写。你写的内容绝不会离开这台电脑。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>It takes about a minute, and up to {size} GB of memory.</source>
            <translation>大约需要一分钟，最多占用 {size} GB 内存。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>It takes about {minutes} minutes, and up to {size} GB of memory.</source>
            <translation>大约需要 {minutes} 分钟，最多占用 {size} GB 内存。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>It takes {limit:.0f} minutes at most, and up to {size} GB of memory.</source>
            <translation>最多需要 {limit:.0f} 分钟，最多占用 {size} GB 内存。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/file_watch.py" />
            <source>Keep my text</source>
            <translation>保留我的文字</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/shortcuts.py" />
            <location filename="../../writer_app/ui/help.py" />
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/statistics.py" />
            <source>Keys saved by day</source>
            <translation>每日节省的按键</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>Keystrokes saved in a hundred</source>
            <translation>每百次按键节省的次数</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/formatting.py" />
            <source>L&amp;ist</source>
            <translation>列表(&amp;I)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Language of menus and messages</source>
            <translation>界面语言</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/dock.py" />
            <source>Layer</source>
            <translation>层</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/dock.py" />
            <source>Layer {n}</source>
            <translation>第 {n} 层</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>Learn from sentences with such secrets &amp;too</source>
            <translation>也学习含有此类机密的句子(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/remembering.py" />
            <source>Learn from t&amp;his document</source>
            <translation>从此文档学习(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>Learned from {documents:,} documents with {words:,} words, on from “{base}”.</source>
            <translation>以“{base}”为起点，学习了 {documents:,} 个文档，共 {words:,} 词。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/training_bridge.py" />
            <source>Learning could not begin: {reason}.</source>
            <translation>无法开始学习：{reason}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/teaching.py" />
            <source>Learning from your documents has ended.</source>
            <translation>对你的文档的学习已经结束。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/teaching.py" />
            <source>Learning from your documents was interrupted after {done:.0f} %.</source>
            <translation>对你的文档的学习在完成 {done:.0f}% 后中断了。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/finetune.py" />
            <source>Learning needs torch, which is not installed.</source>
            <translation>学习需要 torch，但尚未安装。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/memory.py" />
            <source>Learning needs {needed:.1f} GB of memory, and {free:.1f} GB are free.</source>
            <translation>学习需要 {needed:.1f} GB 内存，而可用内存为 {free:.1f} GB。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Least pause before suggesting</source>
            <translation>显示建议前的最短停顿</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/selection.py" />
            <source>Left out: {reasons}</source>
            <translation>未采用：{reasons}</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/surprise/margin_graph.py" />
            <source>Left, blue: predictable. Right, orange: surprising. Click to go there.</source>
            <translation>左侧蓝色：可预料；右侧橙色：出乎意料。点击可跳转到该处。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>Less than a minute left</source>
            <translation>剩余不到一分钟</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/formatting.py" />
            <source>Level &amp;{level}</source>
            <translation>{level} 级(&amp;{level})</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/help.py" />
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Line spacing</source>
            <translation>行距</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Line width</source>
            <translation>行宽</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/file_watch.py" />
            <source>Load it again</source>
            <translation>重新载入</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>Look whether it was moved or renamed.</source>
            <translation>请检查它是否被移动或重命名。</translation>
        </message>
        <message>
            <location filename="../../writer_app/importers/files.py" />
            <source>Look whether it was moved, and whether you may open it.</source>
            <translation>请检查它是否被移动，以及你是否有权打开它。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/spelling_marks.py" />
            <source>Looking for words like it…</source>
            <translation>正在查找相近的词…</translation>
        </message>
        <message>
            <location filename="../../writer_app/engine/analyst.py" />
            <source>Looking into the model failed ({kind}).</source>
            <translation>查看模型内部失败（{kind}）。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>Looks like secrets: {kinds}.</source>
            <translation>疑似机密：{kinds}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/learning_curve.py" />
            <source>Loss while learning</source>
            <translation>学习中的损失</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>Made</source>
            <translation>创建时间</translation>
        </message>
        <message>
            <location filename="../../writer_app/text/search.py" />
            <source>Make it more exact: avoid a repetition within a repetition.</source>
            <translation>请写得更具体：不要在重复中再嵌套重复。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/generations.py" />
            <source>Make room on the disk or allow writing to the folder of the program's data, and try again.</source>
            <translation>请在磁盘上腾出空间，或允许写入程序的数据文件夹，然后重试。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/ownership.py" />
            <location filename="../../writer_app/ui/dialogs/preparation.py" />
            <source>Make room on the disk, and try again.</source>
            <translation>请在磁盘上腾出空间，然后重试。</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>Make room, or save it elsewhere.</source>
            <translation>请腾出空间，或保存到别处。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/result_page.py" />
            <source>Measured on a part of your text that was held back: the model has not learned from it. The fewer bits, the less your words surprise it, and the more often its suggestions fit. In brackets: the change, or the bounds within which it lies with a certainty of 95 %.</source>
            <translation>这是在你留出的一部分文字上测得的，模型没有学习过它们。比特数越少，模型越能料到你的用词，建议也就越常合用。括号内是变化量，或有 95% 把握的变化范围。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <location filename="../../writer_app/ui/questions.py" />
            <source>Models</source>
            <translation>模型</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>Models on this computer</source>
            <translation>这台电脑上的模型</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Models that learned from your documents, unfinished learning, your own words, the memory of what you wrote, statistics and lists of documents are deleted. Your documents stay. The program closes first.</source>
            <translation>从你的文档学习得到的模型、未完成的学习、你的词典、对你所写内容的记忆、统计数字和文档列表都会被删除。你的文档会保留。程序会先关闭。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/dock.py" />
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/selection.py" />
            <source>Most of it was read before, here or in another document.</source>
            <translation>其中大部分内容前面已经读过，在本文档或其他文档中。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>My style {number}</source>
            <translation>我的风格 {number}</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>Name a folder or a .zip that holds a pack.</source>
            <translation>请指定包含语言包的文件夹或 .zip 文件。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/pack.py" />
            <source>Name a folder that holds a pack.</source>
            <translation>请指定包含语言包的文件夹。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Name of the model</source>
            <translation>模型名称</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Names and phrases are offered again, in every document. They stay on this computer.</source>
            <translation>用过的名字和短语会在所有文档中再次给出。它们只留在这台电脑上。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Never suggest</source>
            <translation>不再建议</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Never suggest slurs and obscene words</source>
            <translation>绝不建议侮辱和淫秽的词语</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Never suggested</source>
            <translation>从不建议</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/find_bar.py" />
            <source>Next</source>
            <translation>下一个</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>No gain: kept the old model.</source>
            <translation>没有改善：保留了旧模型。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/shortcuts.py" />
            <source>No keys</source>
            <translation>不设按键</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>No pack {name} was installed.</source>
            <translation>没有安装过语言包 {name}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/settings.py" />
            <source>No setting is called that.</source>
            <translation>没有这样的设置。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/status_line.py" />
            <source>No suggestions: {reason} {hint}</source>
            <translation>无法给出建议：{reason} {hint}</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/recent_menu.py" />
            <source>None yet</source>
            <translation>暂无</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/history.py" />
            <source>None yet. One is kept at each save, and now and then in between.</source>
            <translation>暂无。每次保存时会留存一个版本，期间也会不时留存。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/ownership.py" />
            <source>Not all could be deleted: {names}.</source>
            <translation>有些内容无法删除：{names}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/app.py" />
            <source>Not everything was forgotten</source>
            <translation>未能忘记全部内容</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/finding.py" />
            <source>Not found</source>
            <translation>未找到</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/spelling_marks.py" />
            <source>Nothing like it in the dictionary</source>
            <translation>词典中没有相近的词</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/alternatives.py" />
            <source>Nothing to suggest here</source>
            <translation>这里没有建议</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/samples.py" />
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>Now in use. {summary}</source>
            <translation>现已启用。{summary}</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/dock.py" />
            <source>Numbers of units, such as 3, 40-42; empty: those whose memory moves most in this sentence</source>
            <translation>单元编号，例如 3, 40-42；留空则显示在这句话中记忆变化最大的单元</translation>
        </message>
        <message>
            <location filename="../../writer_app/engine/onnx_backend.py" />
            <source>ONNX Runtime could not load the model.</source>
            <translation>ONNX Runtime 无法加载模型。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Off</source>
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/recovery.py" />
            <source>One by one</source>
            <translation>逐个处理</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/inventory.py" />
            <source>Only packs that were installed can be removed.</source>
            <translation>只能删除安装过的语言包。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Only when sure</source>
            <translation>有把握才显示</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>Open &amp;recent</source>
            <translation>最近的文档(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../writer_app/importers/files.py" />
            <source>Open it with the program that made it, and save it from there as text.</source>
            <translation>请用创建它的程序打开，再另存为文本。</translation>
        </message>
        <message>
            <location filename="../../writer_app/importers/files.py" />
            <source>Open it with the program that made it, and save it without a password.</source>
            <translation>请用创建它的程序打开，去掉密码后保存。</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>Open it with the program that made it.</source>
            <translation>请用创建它的程序打开。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>Open the last &amp;closed</source>
            <translation>重新打开上次关闭的文档(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Open what was open last time</source>
            <translation>打开上次的文档</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>Open&amp;Document (ODT)…</source>
            <translation>OpenDocument (ODT)(&amp;D)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/open_document.py" />
            <source>Opening “{name}”…</source>
            <translation>正在打开“{name}”…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Otherwise they are lost.</source>
            <translation>否则这些更改将会丢失。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/outline.py" />
            <source>Outline</source>
            <translation>大纲</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_buttons.py" />
            <source>Pa&amp;use</source>
            <translation>暂停(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Page</source>
            <translation>页面</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/printing.py" />
            <source>Page {page:,} of {number:,}</source>
            <translation>第 {page:,} 页，共 {number:,} 页</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/printing.py" />
            <source>Paper…</source>
            <translation>纸张…</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Paragraph</source>
            <translation>段落</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_page.py" />
            <source>Paused. {left}</source>
            <translation>已暂停。{left}</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>Perhaps better, but there was too little text to be sure: kept the old model.</source>
            <translation>也许好了一些，但文字太少，无法确定：保留原来的模型。</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/reading.py" />
            <source>Pictures left out: {number:,}.</source>
            <translation>未包含的图片：{number:,} 幅。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/exporting.py" />
            <source>Pictures that are not there, not beside the text, or neither PNG, JPEG nor GIF: {number:,}. Their descriptions stand in their place.</source>
            <translation>不存在、不在文本旁边、或不是 PNG、JPEG 或 GIF 的图片：{number:,} 幅。它们的位置上是它们的说明文字。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/charts.py" />
            <source>Point at a cell, or press the arrow keys, to see its equation and its unit.</source>
            <translation>指向一个格子或按方向键，查看它的公式和单元。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/shortcuts.py" />
            <source>Press the new keys</source>
            <translation>按下新的按键</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/find_bar.py" />
            <source>Previous</source>
            <translation>上一个</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/printing.py" />
            <source>Print “{title}”</source>
            <translation>打印“{title}”</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/printing.py" />
            <source>Printing page {page:,} of {number:,}…</source>
            <translation>正在打印第 {page:,} 页，共 {number:,} 页…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/printing.py" />
            <source>Print…</source>
            <translation>打印…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_page.py" />
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <location filename="../../writer_app/text/search.py" />
            <source>Put a backslash before ( [ * + ? where you mean the mark itself.</source>
            <translation>若要查找 ( [ * + ? 这些符号本身，请在前面加反斜杠。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/read_aloud.py" />
            <source>Qt's speech cannot be loaded: {reason}</source>
            <translation>无法载入 Qt 的语音功能：{reason}</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>R&amp;eplace…</source>
            <translation>替换(&amp;E)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>Re&amp;member them instead</source>
            <translation>改为记住它们(&amp;M)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>Reading the documents…</source>
            <translation>正在读取文档…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_page.py" />
            <source>Reading your documents and measuring the old model…</source>
            <translation>正在读取你的文档并评估旧模型…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/read_aloud.py" />
            <source>Reads what is selected, else from the caret on</source>
            <translation>朗读选中的文字；没有选中时从光标处开始</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Remember what I write</source>
            <translation>记住我写的内容</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>Remembered: {sentences:,} new sentences. Suggestions know them from now on.</source>
            <translation>已记住 {sentences:,} 个新句子，今后的建议会用到它们。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>Remove it first, or choose another name.</source>
            <translation>请先删除它，或换一个名称。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>Remove some of them and try again.</source>
            <translation>请移除其中一些，然后重试。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/find_bar.py" />
            <source>Replace</source>
            <translation>替换</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/find_bar.py" />
            <source>Replace all</source>
            <translation>全部替换</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Replace it</source>
            <translation>替换</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/find_bar.py" />
            <source>Replace with</source>
            <translation>替换为</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/recovery.py" />
            <source>Restore</source>
            <translation>恢复</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/recovery.py" />
            <source>Restore all</source>
            <translation>全部恢复</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/history.py" />
            <source>Restore this version</source>
            <translation>恢复此版本</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/formatting.py" />
            <source>S&amp;truck out</source>
            <translation>删除线(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>Save &amp;as…</source>
            <translation>另存为(&amp;A)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>Save a&amp;ll</source>
            <translation>全部保存(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Save as</source>
            <translation>另存为</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/saver.py" />
            <source>Save as UTF-8</source>
            <translation>保存为 UTF-8</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/saver.py" />
            <source>Save as…</source>
            <translation>另存为…</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>Save it as .md or .txt; Export in the File menu makes a document of that kind.</source>
            <translation>请保存为 .md 或 .txt；“文件”菜单中的“导出”可生成该类型的文档。</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>Save it as UTF-8.</source>
            <translation>请保存为 UTF-8。</translation>
        </message>
        <message>
            <location filename="../../writer_app/importers/__init__.py" />
            <source>Save it as one of these: {suffixes}.</source>
            <translation>请保存为以下类型之一：{suffixes}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>Save it elsewhere.</source>
            <translation>请保存到别处。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/saver.py" />
            <source>Save it elsewhere. The log says more.</source>
            <translation>请保存到别处。日志中有更多说明。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/opening.py" />
            <source>Save it in another format. What went wrong is in the log.</source>
            <translation>请将其另存为其他格式。出错的原因在日志中。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Save the changes to “{name}”?</source>
            <translation>要保存对“{name}”的更改吗？</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/goals.py" />
            <source>Save the document first; then it can have a goal.</source>
            <translation>请先保存文档，然后才能设定目标。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/main_window.py" />
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>Saves you about {saved:.0f} more keystrokes in a hundred.</source>
            <translation>每百次按键大约多节省 {saved:.0f} 次。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Saving replaces what that program wrote.</source>
            <translation>保存会覆盖那个程序写入的内容。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <location filename="../../writer_app/ui/dialogs/settings.py" />
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/settings.py" />
            <source>Search the settings</source>
            <translation>搜索设置</translation>
        </message>
        <message>
            <location filename="../../writer_app/personal/store.py" />
            <source>See that the disk is not full, and try again.</source>
            <translation>请确认磁盘未满，然后重试。</translation>
        </message>
        <message>
            <location filename="../../writer_app/personal/store.py" />
            <source>See that the folder {folder} can be written.</source>
            <translation>请确认文件夹 {folder} 可以写入。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>See that there is room on the disk, and that you may use the file and the folder.</source>
            <translation>请确认磁盘有空间，并且您有权使用该文件和文件夹。</translation>
        </message>
        <message>
            <location filename="../../writer_app/personal/store.py" />
            <source>See that {file} can be written, or move it away.</source>
            <translation>请确认 {file} 可以写入，或将它移走。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/teaching.py" />
            <source>See the result</source>
            <translation>查看结果</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>See what there is with: writer-app packs list</source>
            <translation>查看已有的语言包：writer-app packs list</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/context_menu.py" />
            <location filename="../../writer_app/ui/menus.py" />
            <source>Select &amp;all</source>
            <translation>全选(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/printing.py" />
            <source>Sent to the printer.</source>
            <translation>已发送到打印机。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Sentence</source>
            <translation>句子</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Sentences</source>
            <translation>句子</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Sentences that you finish are remembered on this computer, so that names and phrases are offered again. Forgetting a word forgets every sentence with it.</source>
            <translation>你写完的句子会记在这台电脑上，以便再次建议其中的名字和短语。忘记一个词，也会忘记含有它的每个句子。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>Settin&amp;gs…</source>
            <translation>设置(&amp;G)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/printing.py" />
            <source>Setting the pages…</source>
            <translation>正在排版…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/settings.py" />
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <location filename="../../writer_app/ui/dialogs/shortcuts.py" />
            <source>Shortcuts</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Shortcuts that differ from the usual ones</source>
            <translation>更改过的快捷键</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/statistics.py" />
            <source>Since counting began</source>
            <translation>开始统计以来</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <location filename="../../writer_app/spelling/dictionary.py" />
            <source>Spelling cannot be checked: Hunspell is not installed.</source>
            <translation>无法检查拼写：尚未安装 Hunspell。</translation>
        </message>
        <message>
            <location filename="../../writer_app/spelling/dictionary.py" />
            <source>Spelling cannot be checked: the dictionary {name} is missing.</source>
            <translation>无法检查拼写：缺少词典 {name}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/importers/files.py" />
            <source>Split it into several documents, or save it without its pictures.</source>
            <translation>请拆分成几个文档，或去掉图片后保存。</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>Split it into several files.</source>
            <translation>请把它分成几个文件。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_buttons.py" />
            <source>Start &amp;now</source>
            <translation>立即开始(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/open_document.py" />
            <source>Start writing…</source>
            <translation>开始写作…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_buttons.py" />
            <source>Sto&amp;p, change nothing</source>
            <translation>停止，不做更改(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_page.py" />
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Suggest again</source>
            <translation>恢复建议</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/suggesting.py" />
            <source>Suggest in this &amp;document</source>
            <translation>在此文档中给出建议(&amp;D)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/silence.py" />
            <location filename="../../writer_app/ui/status_line.py" />
            <source>Suggest in this document</source>
            <translation>在此文档中给出建议</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Suggest while I write</source>
            <translation>写作时给出建议</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/announcer.py" />
            <source>Suggestion: {text}</source>
            <translation>建议：{text}</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <location filename="../../writer_app/ui/alternatives.py" />
            <source>Suggestions</source>
            <translation>建议</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/status_line.py" />
            <source>Suggestions are being loaded…</source>
            <translation>正在载入建议…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/status_line.py" />
            <source>Suggestions are off</source>
            <translation>建议已关闭</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/silence.py" />
            <source>Suggestions are switched off for all documents</source>
            <translation>已在所有文档中关闭建议</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/status_line.py" />
            <source>Suggestions have ended</source>
            <translation>建议已停止</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/status_line.py" />
            <source>Suggestions ready ({device})</source>
            <translation>建议已就绪（{device}）</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/dock.py" />
            <source>Tables (*.csv)</source>
            <translation>表格 (*.csv)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/suggesting.py" />
            <source>Take &amp;all</source>
            <translation>全部采纳(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/suggesting.py" />
            <source>Take a &amp;word</source>
            <translation>采纳一个词(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Take hints</source>
            <translation>留意取舍</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>Take packs only from where you trust; this one is not as this program makes them.</source>
            <translation>只使用可信来源的语言包；这一个不是本程序制作的样子。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/shortcuts.py" />
            <source>Take them over</source>
            <translation>改用于此操作</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Taken : passed over</source>
            <translation>采纳 : 略过</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Taken and passed over</source>
            <translation>采纳与略过</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/finetune.py" />
            <source>Teach it your style</source>
            <translation>教它你的文风</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Tell screen readers</source>
            <translation>告知屏幕阅读器</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Text (*.txt *.md *.markdown *.text);;All files (*)</source>
            <translation>文本 (*.txt *.md *.markdown *.text);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>That could not be done: {reason}.</source>
            <translation>无法完成：{reason}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/lesson.py" />
            <source>That is all – close</source>
            <translation>都学会了，关闭</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>That is enough to expect a gain.</source>
            <translation>这些文字足够多，预计会有改善。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>That is little: below {expected:,} words a gain is not to be expected, but you may try.</source>
            <translation>文字偏少：不到 {expected:,} 字时预计不会有改善，但可以试试。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>That is too little to learn from: it takes at least {fewest:,} words, better {expected:,} and more.</source>
            <translation>文字太少，不足以学习：至少需要 {fewest:,} 字，{expected:,} 字以上更好。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_page.py" />
            <source>The computer runs on its battery, and learning takes much power. It starts by itself once the cable is plugged in.</source>
            <translation>电脑正在使用电池，而学习很耗电。接上电源后会自动开始。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_page.py" />
            <source>The disk is full: if the program ends now, learning begins anew.</source>
            <translation>磁盘已满：如果程序现在结束，学习将从头开始。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>The disk is nearly full: a new model needs {needed:.0f} MB, and {free:.0f} MB are free. Make room, and come back.</source>
            <translation>磁盘快满了：新模型需要 {needed:.0f} MB，只剩 {free:.0f} MB。请腾出空间后再来。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/exporting.py" />
            <source>The document could not be exported.</source>
            <translation>无法导出该文档。</translation>
        </message>
        <message>
            <location filename="../../writer_app/engine/worker.py" />
            <source>The engine failed ({kind}).</source>
            <translation>建议引擎出错（{kind}）。</translation>
        </message>
        <message>
            <location filename="../../writer_app/text/search.py" />
            <source>The expression is not valid: {what}.</source>
            <translation>表达式无效：{what}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/text/search.py" />
            <source>The expression takes too long.</source>
            <translation>表达式耗时太长。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/file_watch.py" />
            <source>The file “{name}” is gone; save to have it back.</source>
            <translation>文件“{name}”已不存在；保存即可恢复。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/safetensors.py" />
            <source>The header of {name} is damaged.</source>
            <translation>{name} 的文件头已损坏。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>The line that you write stays in the middle of the page.</source>
            <translation>正在写的那一行始终位于页面中央。</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/reading.py" />
            <source>The lines of “{name}” end in different ways. Saving ends them all with {ends}, as most do.</source>
            <translation>“{name}”的换行方式不一致。保存时会统一为多数行所用的 {ends}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>The memory can learn from any number of words, and at once.</source>
            <translation>记忆功能不论字数多少都能学习，而且立即生效。</translation>
        </message>
        <message>
            <location filename="../../writer_app/personal/store.py" />
            <source>The memory cannot be opened.</source>
            <translation>无法打开记忆。</translation>
        </message>
        <message>
            <location filename="../../writer_app/personal/store.py" />
            <source>The memory could not be used.</source>
            <translation>无法使用记忆。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/process.py" />
            <source>The memory does not suffice.</source>
            <translation>内存不足。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/ownership.py" />
            <source>The model could not be written: {reason}.</source>
            <translation>无法写入模型：{reason}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/generations.py" />
            <source>The model in use could not be changed: {reason}.</source>
            <translation>无法更换使用中的模型：{reason}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/finetune.py" />
            <source>The model reads your documents on this computer and learns how you write. On a part that is held back it is measured whether that made it better; if not, nothing changes.</source>
            <translation>模型在这台电脑上阅读你的文档，学习你的写法。程序会在留出的一部分文字上衡量它是否变好；如果没有，一切照旧。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/ownership.py" />
            <source>The name could not be kept: {reason}.</source>
            <translation>无法保存名称：{reason}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/finetune.py" />
            <source>The new model could not be written</source>
            <translation>无法写入新模型</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/finetune.py" />
            <source>The old model is in use.</source>
            <translation>正在使用旧模型。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/process.py" />
            <source>The old model is unchanged. Close other programs first.</source>
            <translation>旧模型没有变化。请先关闭其他程序。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/process.py" />
            <source>The old model is unchanged. Close other programs if memory is short, and go on.</source>
            <translation>旧模型没有变化。如果内存不足，请关闭其他程序后继续。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/finetune.py" />
            <source>The old model is unchanged. Make room on the disk, and start again.</source>
            <translation>旧模型没有变化。请在磁盘上腾出空间，然后重新开始。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/training_bridge.py" />
            <source>The old model is unchanged. See that the folder of the program’s data can be written.</source>
            <translation>原来的模型没有改变。请检查程序的数据文件夹是否可以写入。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/process.py" />
            <source>The old model is unchanged; the log says more.</source>
            <translation>旧模型没有变化；详情见日志。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/preparation.py" />
            <source>The open text could not be copied: {reason}.</source>
            <translation>无法复制打开的文本：{reason}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>The pack needs {megabytes} MB on the disk.</source>
            <translation>语言包需要 {megabytes} MB 磁盘空间。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/printing.py" />
            <source>The printer did not take it. See whether it is switched on, or choose another one.</source>
            <translation>打印机没有接收。请查看它是否已开启，或选择另一台打印机。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/help.py" />
            <source>The program: Apache License 2.0. Its language models: CC BY-SA 4.0; their cards say more.</source>
            <translation>程序：Apache 许可证 2.0。语言模型：CC BY-SA 4.0，详见各自的模型卡。</translation>
        </message>
        <message>
            <location filename="../../writer_app/text/search.py" />
            <source>The replacement is not valid.</source>
            <translation>替换内容无效。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/finding.py" />
            <source>The search failed.</source>
            <translation>查找失败。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>The sentences that hold them are left out.</source>
            <translation>含有它们的句子不会用于学习。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/store.py" />
            <source>The setting “{title}” had no valid value; its default is used.</source>
            <translation>设置“{title}”的值无效，已使用默认值。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/store.py" />
            <source>The settings could not be read and were set aside as {name}; the defaults are used.</source>
            <translation>无法读取设置，原文件已另存为 {name}；现使用默认值。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/store.py" />
            <source>The settings could not be read; the defaults are used.</source>
            <translation>无法读取设置，现使用默认值。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/store.py" />
            <source>The settings could not be saved: {reason}.</source>
            <translation>无法保存设置：{reason}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/dock.py" />
            <source>The table could not be saved: {reason}. Choose another place.</source>
            <translation>无法保存表格：{reason}。请换一个位置。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/read_aloud.py" />
            <source>The text cannot be read aloud: {reason}</source>
            <translation>无法朗读文字：{reason}</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/history.py" />
            <source>The text is the same now.</source>
            <translation>与现在的文字相同。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/tokenizer.py" />
            <source>The tokenizer is damaged.</source>
            <translation>分词器已损坏。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/tokenizer.py" />
            <source>The tokenizer is not one of this program.</source>
            <translation>这不是本程序的分词器。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/pack.py" />
            <source>The tokenizer of {name} belongs to another model.</source>
            <translation>{name} 的分词器属于另一个模型。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/process.py" />
            <source>The training process ended without a word.</source>
            <translation>训练进程意外结束。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/pack.py" />
            <source>The weights of {name} are not all numbers.</source>
            <translation>{name} 的权重中有些不是数字。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/selection.py" />
            <source>There are only {words:,} words to learn from.</source>
            <translation>可供学习的只有 {words:,} 字。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>There is already a pack {name}.</source>
            <translation>已经有语言包 {name}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/selection.py" />
            <source>There is more than enough to learn from without it.</source>
            <translation>没有它也已经足够学习。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/pack.py" />
            <source>There is no language pack at {folder}.</source>
            <translation>{folder} 处没有语言包。</translation>
        </message>
        <message>
            <location filename="../../writer_app/engine/analyst.py" />
            <source>There is no language pack to look into.</source>
            <translation>没有可以查看的语言包。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>There is no language pack to start from.</source>
            <translation>没有可以作为起点的语言包。</translation>
        </message>
        <message>
            <location filename="../../writer_app/engine/backends.py" />
            <source>There is no language pack.</source>
            <translation>没有语言包。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>There is no {where}.</source>
            <translation>没有 {where}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>There is nothing to learn from yet.</source>
            <translation>还没有可供学习的文档。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>There is “{name}” already.</source>
            <translation>“{name}”已存在。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>These documents could not be read.</source>
            <translation>无法读取这些文档。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/shortcuts.py" />
            <source>These keys are free.</source>
            <translation>这些按键可以使用。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/shortcuts.py" />
            <source>These keys are used by {others}, which would lose them.</source>
            <translation>这些按键已用于{others}；改用后，原操作将不再使用它们。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/shortcuts.py" />
            <source>These keys type text. Hold Ctrl or Alt too, or press a function key.</source>
            <translation>这些按键用于输入文字。请同时按住 Ctrl 或 Alt，或使用功能键。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/statistics.py" />
            <source>These numbers are all that is counted. They stay on this computer, and hold no words.</source>
            <translation>统计的只有这些数字。它们留在这台电脑上，不包含任何文字。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/store.py" />
            <location filename="../../writer_app/spelling/personal_words.py" />
            <source>They hold until the program ends. Make room or allow writing to its folder.</source>
            <translation>更改在程序结束前有效。请腾出空间，或允许写入其文件夹。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/read_aloud.py" />
            <source>This system has no voice. On Linux, install speech-dispatcher and a voice for it.</source>
            <translation>此系统没有可用的语音。在 Linux 上，请安装 speech-dispatcher 及其语音。</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/history.py" />
            <source>This version cannot be read any more.</source>
            <translation>此版本已无法读取。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/read_aloud.py" />
            <source>To hear the text, install the package PySide6-Addons: pip install PySide6-Addons</source>
            <translation>要朗读文字，请安装 PySide6-Addons：pip install PySide6-Addons</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/history.py" />
            <location filename="../../writer_app/ui/dialogs/statistics.py" />
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/process.py" />
            <source>Training failed ({kind}).</source>
            <translation>训练失败（{kind}）。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/opening.py" />
            <location filename="../../writer_app/ui/saver.py" />
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/exporting.py" />
            <source>Try another format. What went wrong is in the log.</source>
            <translation>请换一种格式。出错的原因已写入日志。</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>Try another place than {folder}.</source>
            <translation>请换到 {folder} 以外的位置。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Typewriter scrolling</source>
            <translation>打字机式滚动</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/charts.py" />
            <source>Unit {unit}</source>
            <translation>单元 {unit}</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/dock.py" />
            <source>Units</source>
            <translation>单元</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/dock.py" />
            <source>Units that move most</source>
            <translation>变化最大的单元</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>Unsaved drafts and earlier versions of documents too</source>
            <translation>未保存的草稿和文档的历史版本也一并删除</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/open_document.py" />
            <source>Unsaved text cannot be kept safe against a crash: {reason}.</source>
            <translation>无法留存未保存的文字，程序崩溃时可能丢失：{reason}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/recovery.py" />
            <source>Unsaved text of {number} documents was found: {names}.</source>
            <translation>发现 {number} 个文档有未保存的文字：{names}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/recovery.py" />
            <source>Unsaved text of “{name}” was found: “…{excerpt}”</source>
            <translation>发现“{name}”有未保存的文字：“…{excerpt}”</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/open_document.py" />
            <location filename="../../writer_app/ui/recovery.py" />
            <location filename="../../writer_app/ui/saver.py" />
            <source>Untitled</source>
            <translation>未命名</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/pack.py" />
            <source>Update the program or the pack.</source>
            <translation>请更新程序或语言包。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>Use letters, digits, - and _.</source>
            <translation>请使用字母、数字、- 和 _。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/shortcuts.py" />
            <source>Use these keys</source>
            <translation>使用这些按键</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/shortcuts.py" />
            <source>Usual keys</source>
            <translation>默认按键</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/history.py" />
            <source>Versions</source>
            <translation>版本</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_page.py" />
            <source>Waiting for the power cable</source>
            <translation>等待接上电源</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/menus.py" />
            <source>Web &amp;page (HTML)…</source>
            <translation>网页 (HTML)(&amp;P)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>What I &amp;have open</source>
            <translation>我打开的文档(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/comparison_view.py" />
            <source>What changed since</source>
            <translation>此后的更改</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/remembering.py" />
            <source>What is &amp;remembered…</source>
            <translation>记住的内容(&amp;R)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>What is coloured by surprise</source>
            <translation>按意外程度着色的对象</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>What is remembered</source>
            <translation>记住的内容</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/questions.py" />
            <source>What it has learned cannot be brought back.</source>
            <translation>它学到的内容将无法找回。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/statistics.py" />
            <source>What suggestions saved</source>
            <translation>节省统计</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/charts.py" />
            <source>What the model expects</source>
            <translation>模型的预期</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/finetune.py" />
            <source>What the run needs could not be written</source>
            <translation>无法写入运行所需的数据</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/suggesting.py" />
            <source>What they &amp;saved…</source>
            <translation>节省统计(&amp;S)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>What to show</source>
            <translation>显示内容</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/finetune.py" />
            <source>What was learned from your documents is deleted.</source>
            <translation>从你的文档中学到的内容已删除。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>What you take comes sooner; what you pass over again and again is not shown there any more.</source>
            <translation>采纳过的建议会更早出现；在同一处一再略过的建议，不再在那里显示。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/goals.py" />
            <source>What you type and take counts, less what you delete again; what you paste does not. The numbers stay on this computer, and hold no words.</source>
            <translation>输入和采纳的文字计入，之后删掉的会扣除，粘贴的不算。这些数字留在这台电脑上，不包含任何文字。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>What you write stays bright, the rest is dimmed.</source>
            <translation>正在写的部分保持清晰，其余部分变暗。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Which spelling of English is right.</source>
            <translation>以哪一种英语的拼写为准。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>While you type fast, a suggestion waits until you stop.</source>
            <translation>你快速打字时，建议会等你停下来再出现。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/find_bar.py" />
            <source>Whole words only</source>
            <translation>全字匹配</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/passages.py" />
            <source>Why “{word}”?</source>
            <translation>为什么是“{word}”？</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Word lists (*.txt);;All files (*)</source>
            <translation>词表 (*.txt);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Word or phrase</source>
            <translation>词或短语</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Words</source>
            <translation>词</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Words a day</source>
            <translation>每日字数</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/history.py" />
            <source>Words added since: {added:,} · removed: {removed:,} · places changed: {places:,}</source>
            <translation>此后增加 {added:,} 字 · 删除 {removed:,} 字 · 更改 {places:,} 处</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Words and phrases</source>
            <translation>词和短语</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/goals.py" />
            <source>Words written by day</source>
            <translation>每日字数</translation>
        </message>
        <message>
            <location filename="../../writer_app/text/search.py" />
            <source>Write \1 for what the first group found, and \\ for a backslash.</source>
            <translation>用 \1 表示第一个分组找到的内容，用 \\ 表示反斜杠。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/ownership.py" />
            <source>Write one.</source>
            <translation>请输入一个名称。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/dock.py" />
            <source>Write, or put the caret into a sentence.</source>
            <translation>请写点什么，或把光标放到一句话里。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Writing</source>
            <translation>写作</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/writing_aids.py" />
            <source>Writing &amp;goals…</source>
            <translation>写作目标(&amp;G)…</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/goal_meter.py" />
            <source>Writing goal</source>
            <translation>写作目标</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/goals.py" />
            <source>Writing goals</source>
            <translation>写作目标</translation>
        </message>
        <message>
            <location filename="../../writer_app/engine/analyst.py" />
            <source>Writing goes on without it; close and open the view to try again.</source>
            <translation>不影响写作；关闭再打开此视图可重试。</translation>
        </message>
        <message>
            <location filename="../../writer_app/engine/worker.py" />
            <source>Writing goes on without suggestions; restart the program to have them back.</source>
            <translation>写作不受影响，但没有建议；重新启动程序即可恢复。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/help.py" />
            <source>Writing with suggestions</source>
            <translation>借助建议写作</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Written</source>
            <translation>书写次数</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/history.py" />
            <source>Yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_page.py" />
            <source>You can go on writing, and close this window: the work goes on. If you quit the program, it goes on from here at the next start.</source>
            <translation>你可以继续写作，也可以关闭此窗口：学习会继续进行。如果退出程序，下次启动时会从这里继续。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>You can type them, of course.</source>
            <translation>当然，你仍可以自己输入它们。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/samples.py" />
            <source>You wrote: {text}</source>
            <translation>你写的是：{text}</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>Your documents stay as they are. What is forgotten cannot be brought back.</source>
            <translation>你的文档保持不变。忘记的内容无法找回。</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>Your name, for documents that you export.</source>
            <translation>你的名字，用于导出的文档。</translation>
        </message>
        <message>
            <location filename="../../writer_app/app.py" />
            <source>Your own model is not in use: {problem}</source>
            <translation>未使用你自己的模型：{problem}</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/samples.py" />
            <source>Your text</source>
            <translation>你的文字</translation>
        </message>
        <message>
            <location filename="../../writer_app/spelling/personal_words.py" />
            <source>Your words could not be saved: {reason}.</source>
            <translation>无法保存你的词典：{reason}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/lesson.py" />
            <source>another one</source>
            <translation>换一条</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/heat_maps.py" />
            <source>bits</source>
            <translation>比特</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/quantities.py" />
            <source>candidate</source>
            <translation>候选值</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>card, account or identity numbers</source>
            <translation>银行卡号、账号或证件号码</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>characters</source>
            <translation>字符</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/pack.py" />
            <source>config.json of {name} describes no model.</source>
            <translation>{name} 的 config.json 没有描述模型。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/pack.py" />
            <source>config.json of {name} has an impossible input scale.</source>
            <translation>{name} 的 config.json 中的输入比例不可能存在。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/pack.py" />
            <source>config.json of {name} has impossible sizes.</source>
            <translation>{name} 的 config.json 中的大小不可能存在。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/pack.py" />
            <source>config.json of {name} is damaged.</source>
            <translation>{name} 的 config.json 已损坏。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>damaged</source>
            <translation>已损坏</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>e-mail addresses</source>
            <translation>电子邮件地址</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/language_choice.py" />
            <location filename="../../writer_app/ui/help_menu.py" />
            <location filename="../../writer_app/ui/insight.py" />
            <location filename="../../writer_app/ui/language.py" />
            <source>en</source>
            <translation>zh</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/quantities.py" />
            <source>forget gate</source>
            <translation>遗忘门</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/goals.py" />
            <source>goal reached {number} days in a row</source>
            <translation>已连续 {number} 天达成目标</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/quantities.py" />
            <source>hidden state</source>
            <translation>隐藏状态</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/passages.py" />
            <source>in this text</source>
            <translation>在本文中</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/quantities.py" />
            <source>input gate</source>
            <translation>输入门</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>installed</source>
            <translation>已安装</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>it does not exist</source>
            <translation>它不存在</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>it is a folder</source>
            <translation>它是一个文件夹</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/lesson.py" />
            <source>list</source>
            <translation>列出备选</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/memory_picture.py" />
            <source>median unit</source>
            <translation>居中的单元</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/quantities.py" />
            <source>memory cell</source>
            <translation>记忆单元</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/charts.py" />
            <source>model</source>
            <translation>模型</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>ms</source>
            <translation>毫秒</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/goals.py" />
            <source>no goal</source>
            <translation>未设目标</translation>
        </message>
        <message>
            <location filename="../../writer_app/app.py" />
            <source>no language pack is installed.</source>
            <translation>尚未安装语言包。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>of the program</source>
            <translation>程序自带</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/quantities.py" />
            <source>output gate</source>
            <translation>输出门</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>passwords or keys</source>
            <translation>密码或密钥</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>phone numbers</source>
            <translation>电话号码</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/surprise/legend.py" />
            <source>predictable</source>
            <translation>可预料</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>pt</source>
            <translation>磅</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/passages.py" />
            <source>remembered</source>
            <translation>记住的</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/lesson.py" />
            <source>send away</source>
            <translation>收起</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/surprise/legend.py" />
            <source>surprising</source>
            <translation>出乎意料</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/lesson.py" />
            <source>take a word</source>
            <translation>采纳一个词</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/lesson.py" />
            <source>take all</source>
            <translation>全部采纳</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>taught by you</source>
            <translation>由你教会</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>the disk is full</source>
            <translation>磁盘已满</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>the disk is read-only</source>
            <translation>磁盘是只读的</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/memory_picture.py" />
            <source>units that keep longest</source>
            <translation>保持最久的单元</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/memory_picture.py" />
            <source>without gates</source>
            <translation>没有门</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/goals.py" />
            <source>words</source>
            <translation>字</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/charts.py" />
            <source>written before</source>
            <translation>此前所写</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/packs.py" />
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>you may not do that there</source>
            <translation>你没有在那里操作的权限</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>your share of the disk is used up</source>
            <translation>你的磁盘配额已用完</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/learning_curve.py" />
            <source>{bits:.3f} bits per character on the text held back</source>
            <translation>在留出的文字上每字符 {bits:.3f} 比特</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/finding.py" />
            <source>{count:,} replaced</source>
            <translation>已替换 {count:,} 处</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/finding.py" />
            <source>{count:,} replaced in {documents} documents</source>
            <translation>已在 {documents} 个文档中替换 {count:,} 处</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/day_bars.py" />
            <source>{day:%d.%m.}: {number:,}</source>
            <translation>{day:%m月%d日}：{number:,}</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/outlook.py" />
            <source>{documents:,} documents, {words:,} words</source>
            <translation>{documents:,} 个文档，{words:,} 字</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/pack.py" />
            <source>{file} of {name} is not what was packed.</source>
            <translation>{name} 的 {file} 与打包时不同。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/status_line.py" />
            <source>{hours} h {minutes:02} min to read</source>
            <translation>阅读约需 {hours} 小时 {minutes:02} 分</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/status_line.py" />
            <source>{minutes} min to read</source>
            <translation>阅读约需 {minutes} 分钟</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>{name!r} cannot be the name of a pack.</source>
            <translation>{name!r} 不能作为语言包的名称。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/rehearsal.py" />
            <source>{name} cannot be read.</source>
            <translation>无法读取 {name}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/inventory.py" />
            <source>{name} comes with the program.</source>
            <translation>{name} 是程序自带的。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/safetensors.py" />
            <source>{name} does not fit its config.json: {odd!r}.</source>
            <translation>{name} 与其 config.json 不符：{odd!r}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/pack.py" />
            <source>{name} has no {file}.</source>
            <translation>{name} 中没有 {file}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>{name} has not the size it announces.</source>
            <translation>{name} 的大小与其声明的不同。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <location filename="../../writer_app/model/pack.py" />
            <source>{name} in {where} is too large to be genuine.</source>
            <translation>{where} 中的 {name} 过大，不可能是真的。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>{name} is damaged or no .zip.</source>
            <translation>{name} 已损坏，或不是 .zip 文件。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>{name} is not a .zip of a pack.</source>
            <translation>{name} 不是语言包的 .zip 文件。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/safetensors.py" />
            <source>{name} is not a safetensors file.</source>
            <translation>{name} 不是 safetensors 文件。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/safetensors.py" />
            <source>{name} is truncated or has something appended.</source>
            <translation>{name} 被截断，或被附加了内容。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>{name} names no language.</source>
            <translation>{name} 没有指明语言。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/pack.py" />
            <source>{name} records no hashes.</source>
            <translation>{name} 没有记录哈希值。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/pack.py" />
            <source>{name} was made for another version of the program.</source>
            <translation>{name} 是为程序的另一个版本制作的。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/quantities.py" />
            <source>{name} {symbol}, layer {layer}, unit {unit}, at “{token}”: {value}</source>
            <translation>{name} {symbol}，第 {layer} 层，单元 {unit}，位于“{token}”：{value}</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/status_line.py" />
            <source>{number:,} characters</source>
            <translation>{number:,} 个字符</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/document_choice.py" />
            <source>{number:,} documents are left out</source>
            <translation>未采用 {number:,} 个文档</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/goal_meter.py" />
            <source>{number:,} of {goal:,} here</source>
            <translation>本文 {number:,} / {goal:,}</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/goal_meter.py" />
            <source>{number:,} of {goal:,} today</source>
            <translation>今天 {number:,} / {goal:,}</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/finding.py" />
            <source>{number:,} of {total:,}</source>
            <translation>第 {number:,} 处，共 {total:,} 处</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/status_line.py" />
            <source>{number:,} of {words}</source>
            <translation>{number:,} / {words}</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/comparison_view.py" />
            <source>{number:,} paragraphs unchanged</source>
            <translation>{number:,} 段未更改</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/status_line.py" />
            <source>{number:,} words</source>
            <translation>{number:,} 字</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/goals.py" />
            <source>{number:,} words in the last seven days</source>
            <translation>最近七天 {number:,} 字</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/recent_menu.py" />
            <source>{path} is gone</source>
            <translation>{path} 已不在</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/statistics.py" />
            <source>{shown:,} shown, {taken:,} taken, {saved:,} keys saved</source>
            <translation>显示 {shown:,} 条，采纳 {taken:,} 次，节省按键 {saved:,} 次</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/memory.py" />
            <source>{size:,} kB on this computer</source>
            <translation>在这台电脑上占 {size:,} kB</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/run_page.py" />
            <source>{speed:,.0f} tokens per second</source>
            <translation>每秒 {speed:,.0f} 个词元</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/safetensors.py" />
            <source>{tensor} in {name} has the wrong shape.</source>
            <translation>{name} 中的 {tensor} 形状不对。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/alternatives.py" />
            <source>{text}, {share:.0%} likely</source>
            <translation>{text}，可能性 {share:.0%}</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/charts.py" />
            <source>{token}: {model:.1%} from the model, {memory:.1%} from what you wrote before</source>
            <translation>{token}：模型 {model:.1%}，你此前所写 {memory:.1%}</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/finding.py" />
            <source>{total:,} found</source>
            <translation>找到 {total:,} 处</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/finding.py" />
            <source>{total:,} in {documents} documents</source>
            <translation>{documents} 个文档中共 {total:,} 处</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/store.py" />
            <source>{value} is not possible for “{title}”.</source>
            <translation>“{title}”不能设为 {value}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/training/finetune.py" />
            <source>{what}: {reason}.</source>
            <translation>{what}：{reason}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>{where} has no {name}.</source>
            <translation>{where} 中没有 {name}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>{where} holds too many files for a pack.</source>
            <translation>{where} 中的文件太多，不像语言包。</translation>
        </message>
        <message>
            <location filename="../../writer_app/model/install.py" />
            <source>{where} holds {name!r}, which is no part of a pack.</source>
            <translation>{where} 含有 {name!r}，它不是语言包的一部分。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/setting_controls.py" />
            <source>{word} (from {share:.0%})</source>
            <translation>{word}（{share:.0%} 起）</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/dialogs/goals.py" />
            <source>“{name}”</source>
            <translation>“{name}”</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>“{name}” cannot be opened</source>
            <translation>无法打开“{name}”</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/opening.py" />
            <source>“{name}” cannot be opened.</source>
            <translation>无法打开“{name}”。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/remembering.py" />
            <source>“{name}” cannot be read as a list of words.</source>
            <translation>无法将“{name}”作为词表读取。</translation>
        </message>
        <message>
            <location filename="../../writer_app/importers/files.py" />
            <source>“{name}” cannot be read: {reason}.</source>
            <translation>无法读取“{name}”：{reason}。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/remembering.py" />
            <source>“{name}” cannot be written.</source>
            <translation>无法写入“{name}”。</translation>
        </message>
        <message>
            <location filename="../../writer_app/importers/files.py" />
            <source>“{name}” holds no text.</source>
            <translation>“{name}”中没有文字。</translation>
        </message>
        <message>
            <location filename="../../writer_app/importers/pdf.py" />
            <source>“{name}” holds pictures of pages, not their text.</source>
            <translation>“{name}”中只有页面图片，没有文字。</translation>
        </message>
        <message>
            <location filename="../../writer_app/importers/files.py" />
            <source>“{name}” is damaged or incomplete.</source>
            <translation>“{name}”已损坏或不完整。</translation>
        </message>
        <message>
            <location filename="../../writer_app/importers/files.py" />
            <source>“{name}” is encrypted.</source>
            <translation>“{name}”已加密。</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <location filename="../../writer_app/importers/files.py" />
            <source>“{name}” is not a file.</source>
            <translation>“{name}”不是文件。</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>“{name}” is not a text file.</source>
            <translation>“{name}”不是文本文件。</translation>
        </message>
        <message>
            <location filename="../../writer_app/importers/files.py" />
            <source>“{name}” is not the kind of document that its name says.</source>
            <translation>“{name}”的内容与文件名所示的类型不符。</translation>
        </message>
        <message>
            <location filename="../../writer_app/importers/__init__.py" />
            <source>“{name}” is of a kind that cannot be read.</source>
            <translation>无法读取“{name}”这类文件。</translation>
        </message>
        <message>
            <location filename="../../writer_app/exporters/__init__.py" />
            <source>“{name}” is of a kind that cannot be written.</source>
            <translation>无法写入“{name}”这类文件。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/saver.py" />
            <source>“{name}” is still being saved: its disk does not answer.</source>
            <translation>“{name}”仍在保存：它所在的磁盘没有响应。</translation>
        </message>
        <message>
            <location filename="../../writer_app/importers/files.py" />
            <source>“{name}” is too large to be read.</source>
            <translation>“{name}”太大，无法读取。</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>“{name}” is too large to be written on.</source>
            <translation>“{name}”太大，无法编辑。</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/reading.py" />
            <source>“{name}” stays as it is: what you write here is saved as Markdown.</source>
            <translation>“{name}”保持原样：您在这里写的内容将保存为 Markdown。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/file_watch.py" />
            <location filename="../../writer_app/ui/questions.py" />
            <source>“{name}” was changed by another program.</source>
            <translation>“{name}”已被其他程序更改。</translation>
        </message>
        <message>
            <location filename="../../writer_app/exporters/__init__.py" />
            <source>“{name}” was not exported</source>
            <translation>“{name}”未导出</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>“{name}” was not saved</source>
            <translation>“{name}”未保存</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/saver.py" />
            <source>“{name}” was not saved.</source>
            <translation>“{name}”未保存。</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>“{name}” was not saved: a text in it would not be what its name says.</source>
            <translation>“{name}”未保存：其中的文本与文件名所示的类型不符。</translation>
        </message>
        <message>
            <location filename="../../writer_app/documents/document.py" />
            <source>“{name}” was not saved: its encoding, {encoding}, has no “{character}”.</source>
            <translation>“{name}”未保存：它的编码 {encoding} 中没有“{character}”。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/session_keeper.py" />
            <source>“{name}” was open last time, but it is gone from {folder}.</source>
            <translation>上次打开的“{name}”已不在 {folder} 中。</translation>
        </message>
        <message>
            <location filename="../../writer_app/ui/inside/charts.py" />
            <source>“{token}” was number {rank:,}, {bits:.1f} bits</source>
            <translation>“{token}”排第 {rank:,}，{bits:.1f} 比特</translation>
        </message>
        <message>
            <location filename="../../writer_app/settings/schema.py" />
            <source>简体中文</source>
            <translation>简体中文</translation>
        </message>
    </context>
</TS>
