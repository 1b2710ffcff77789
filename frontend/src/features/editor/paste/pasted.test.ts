import Delta from 'quill-delta';
import { expect, it } from 'vitest';
import { openEditor } from '../testing/openEditor';

function pasted(html: string): Delta {
  const { editor, quill } = openEditor();
  quill.clipboard.onPaste(quill.getSelection(true), { html, text: '' });
  return editor.contents();
}

const WORD = `
<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt;}
@list l0:level1 {mso-level-number-format:bullet; mso-level-text:·;}
@list l0:level2 {mso-level-number-format:bullet;}
@list l1:level1 {mso-level-text:"%1\\."; mso-level-number-position:left;} --></style></head>
<body lang=EN-GB><!--StartFragment-->
<h1 style='margin-top:12pt'><span style='color:#2F5496'>Plan<o:p></o:p></span></h1>
<p class=MsoNormal><span style='font-size:12pt'>We <b style='mso-bidi-font-weight:normal'>open</b>
on <i>Monday</i>, see <a href="https://example.com/"><span style='color:blue'>the site</span></a>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Boxes<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span></span><![endif]>Small ones</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span><span
style='mso-list:Ignore'>1.<span>&nbsp; </span></span></span><![endif]><b>First</b></p>
<p class=MsoNormal align=center style='text-align:center'>In the middle</p>
<!--EndFragment--></body></html>`;

it('word_keeps_headings_emphasis_links_lists_and_alignment', () => {
  expect(pasted(WORD)).toEqual(
    new Delta()
      .insert('Plan')
      .insert('\n', { header: 1 })
      .insert('We ')
      .insert('open', { bold: true })
      .insert(' on ')
      .insert('Monday', { italic: true })
      .insert(', see ')
      .insert('the site', { link: 'https://example.com/' })
      .insert('.\n\nBoxes')
      .insert('\n', { list: 'bullet' })
      .insert('Small ones')
      .insert('\n', { list: 'bullet', indent: 1 })
      .insert('First', { bold: true })
      .insert('\n', { list: 'ordered' })
      .insert('In the middle')
      .insert('\n', { align: 'center' })
      .insert('\n'),
  );
});

const GOOGLE = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-7f3a">
<h2 dir="ltr" style="line-height:1.38;margin-top:18pt;"><span style="font-size:16pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:400;white-space:pre-wrap;">Agenda</span></h2>
<p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;color:#000000;font-weight:700;">Bold</span><span style="font-size:11pt;font-weight:400;font-style:italic;"> and italic </span><a href="https://example.com/x" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;">linked</span></a></p>
<br>
<ul style="margin-top:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">One</span></p></li><ul><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr" role="presentation"><span>Nested</span></p></li></ul></ul>
<ol><li dir="ltr" aria-level="1"><p dir="ltr"><span style="text-decoration:line-through;">Gone</span></p></li></ol>
<ul><li dir="ltr" role="checkbox" aria-checked="true" aria-level="1"><p><span>Done</span></p></li></ul></b>`;

it('google_docs_is_not_bold_as_a_whole_and_keeps_its_lists', () => {
  expect(pasted(GOOGLE)).toEqual(
    new Delta()
      .insert('Agenda')
      .insert('\n', { header: 2 })
      .insert('Bold', { bold: true })
      .insert(' and italic ', { italic: true })
      .insert('linked', { link: 'https://example.com/x' })
      .insert('\nOne')
      .insert('\n', { list: 'bullet' })
      .insert('Nested')
      .insert('\n', { list: 'bullet', indent: 1 })
      .insert('Gone', { strike: true })
      .insert('\n', { list: 'ordered' })
      .insert('Done')
      .insert('\n', { list: 'checked' })
      .insert('\n'),
  );
});

const WEB = `<!doctype html><html><head><title>Page</title><style>p { color: red }</style>
<script>window.ran = true</script></head><body onload="window.ran = true">
<nav hidden>Menu</nav><h3 class="title" onclick="alert(1)" style="color:white;font-size:40px">News</h3>
<p style="background:url(https://evil.example/x.png)">A <strong>strong</strong> <em>word</em>,
<a href="javascript:alert(1)">trap</a>, <a href="/relative">relative</a>, <a href="https://example.com/" onclick="x()">good</a>
and <code>code</code>, H<sub>2</sub>O, <del>old</del>.<img src="https://evil.example/pixel.gif" onerror="window.ran=true"></p>
<p style="display:none">Hidden text</p><iframe src="https://evil.example"></iframe><svg><text>drawn</text></svg>
<blockquote><p>Quoted</p></blockquote><hr>
<pre><code class="language-js">const a = 1;
a &lt; 2;</code></pre>
<ul class="contains-task-list"><li><input type="checkbox" checked> Ready</li><li><input type="checkbox"> Open</li></ul>
</body></html>`;

it('a_web_page_keeps_its_text_and_loses_whatever_acts_or_hides', () => {
  expect(pasted(WEB)).toEqual(
    new Delta()
      .insert('News')
      .insert('\n', { header: 3 })
      .insert('A ')
      .insert('strong', { bold: true })
      .insert(' ')
      .insert('word', { italic: true })
      .insert(', trap, relative, ')
      .insert('good', { link: 'https://example.com/' })
      .insert(' and ')
      .insert('code', { code: true })
      .insert(', H')
      .insert('2', { script: 'sub' })
      .insert('O, ')
      .insert('old', { strike: true })
      .insert('.\nQuoted')
      .insert('\n', { blockquote: true })
      .insert({ divider: true })
      .insert('const a = 1;')
      .insert('\n', { 'code-block': 'js' })
      .insert('a < 2;')
      .insert('\n', { 'code-block': 'js' })
      .insert('Ready')
      .insert('\n', { list: 'checked' })
      .insert('Open')
      .insert('\n', { list: 'unchecked' })
      .insert('\n'),
  );
  expect((window as unknown as { ran?: boolean }).ran).toBeUndefined();
});

const ALL = new Delta()
  .insert('Title')
  .insert('\n', { header: 1 })
  .insert('a < b & "c" ')
  .insert('all', { bold: true, italic: true, underline: true, strike: true })
  .insert('code', { code: true })
  .insert('site', { link: 'https://example.com/?a=1&b=%22' })
  .insert('red', { color: '#b42318' })
  .insert('marked', { background: '#fbf0a2' })
  .insert('2', { script: 'super' })
  .insert('\n')
  .insert('one')
  .insert('\n', { list: 'bullet' })
  .insert('nested')
  .insert('\n', { list: 'ordered', indent: 1 })
  .insert('task')
  .insert('\n', { list: 'checked' })
  .insert('quoted')
  .insert('\n', { blockquote: true })
  .insert('x < 1')
  .insert('\n', { 'code-block': true })
  .insert('y')
  .insert('\n', { 'code-block': true })
  .insert('right')
  .insert('\n', { align: 'right' })
  .insert('end\n');

it('what_is_copied_comes_back_as_it_was', () => {
  const { editor, quill } = openEditor();
  editor.replace(ALL);
  const data = new Map<string, string>();
  quill.setSelection(0, quill.getLength(), 'silent');
  const event = new Event('copy', { cancelable: true });
  Object.assign(event, {
    clipboardData: { setData: (type: string, value: string) => data.set(type, value) },
  });
  quill.root.dispatchEvent(event);
  const html = data.get('text/html') ?? '';
  expect(html).toContain('a &lt; b &amp; &quot;c&quot;');
  expect(pasted(html)).toEqual(ALL);
  expect(JSON.parse(data.get('application/x-collab-delta') ?? '')).toEqual(
    ALL.slice(0, ALL.length() - 1).ops,
  );
});

it('text_that_looks_like_markup_stays_text', () => {
  const { editor, quill } = openEditor();
  const evil = '<img src=x onerror="alert(1)">';
  editor.replace(new Delta().insert(evil).insert('\n'));
  const data = new Map<string, string>();
  quill.setSelection(0, quill.getLength(), 'silent');
  const event = new Event('copy', { cancelable: true });
  Object.assign(event, {
    clipboardData: { setData: (type: string, value: string) => data.set(type, value) },
  });
  quill.root.dispatchEvent(event);
  expect(data.get('text/html')).not.toContain('<img');
  expect(pasted(data.get('text/html') ?? '')).toEqual(new Delta().insert(`${evil}\n`));
});
