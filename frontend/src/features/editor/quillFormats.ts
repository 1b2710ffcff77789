import Quill from 'quill/core.js';
import Blockquote from 'quill/formats/blockquote.js';
import Bold from 'quill/formats/bold.js';
import CodeBlock, { CodeBlockContainer } from 'quill/formats/code.js';
import Header from 'quill/formats/header.js';
import Indent from 'quill/formats/indent.js';
import Italic from 'quill/formats/italic.js';
import Link from 'quill/formats/link.js';
import List from 'quill/formats/list.js';
import Strike from 'quill/formats/strike.js';
import Underline from 'quill/formats/underline.js';
import { safeLink } from './safeLink';

/** What a document may hold. Video and formula are left out: the server does not check them. */
export const FORMATS = [
  'header',
  'bold',
  'italic',
  'underline',
  'strike',
  'link',
  'list',
  'indent',
  'blockquote',
  'code-block',
];

class SafeLink extends Link {
  static override sanitize(url: string): string {
    return safeLink(url) ?? 'about:blank';
  }
}

export function registerFormats(): void {
  Quill.register(
    {
      'formats/blockquote': Blockquote,
      'formats/bold': Bold,
      'formats/code-block': CodeBlock,
      'formats/code-block-container': CodeBlockContainer,
      'formats/header': Header,
      'formats/indent': Indent,
      'formats/italic': Italic,
      'formats/link': SafeLink,
      'formats/list': List,
      'formats/strike': Strike,
      'formats/underline': Underline,
    },
    true,
  );
}
