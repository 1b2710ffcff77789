import Quill from 'quill/core.js';
import { AlignClass } from 'quill/formats/align.js';
import Blockquote from 'quill/formats/blockquote.js';
import Bold from 'quill/formats/bold.js';
import { Code, CodeBlockContainer } from 'quill/formats/code.js';
import { DirectionClass } from 'quill/formats/direction.js';
import Header from 'quill/formats/header.js';
import Indent from 'quill/formats/indent.js';
import Italic from 'quill/formats/italic.js';
import Link from 'quill/formats/link.js';
import { ListContainer } from 'quill/formats/list.js';
import Script from 'quill/formats/script.js';
import Strike from 'quill/formats/strike.js';
import Underline from 'quill/formats/underline.js';
import { CleanClipboard } from '../paste/cleanClipboard';
import { TABLE } from '../../../lib/ot/table/tableContent';
import { ImageBlot } from '../images/imageBlot';
import { MentionBlot } from '../mentions/mentionBlot';
import { TableBlot } from '../table/tableBlot';
import { TableHistory } from '../table/tableHistory';
import { CodeLine } from './codeLine';
import { Highlight, TextColor } from './colors';
import { Divider } from './divider';
import { ListItem } from './listItem';
import { safeLink } from './safeLink';

/** What a document may hold. Video and formula are left out: the server does not check them. */
export const FORMATS = [
  'header',
  'bold',
  'italic',
  'underline',
  'strike',
  'code',
  'script',
  'color',
  'background',
  'link',
  'list',
  'indent',
  'align',
  'direction',
  'blockquote',
  'code-block',
  'divider',
  'image',
  'mention',
  TABLE,
];

class SafeLink extends Link {
  static override sanitize(url: string): string {
    return safeLink(url) ?? 'about:blank';
  }
}

export function registerFormats(): void {
  Quill.register(
    {
      'formats/align': AlignClass,
      'formats/background': Highlight,
      'formats/blockquote': Blockquote,
      'formats/bold': Bold,
      'formats/code': Code,
      'formats/code-block': CodeLine,
      'formats/code-block-container': CodeBlockContainer,
      'formats/color': TextColor,
      'formats/direction': DirectionClass,
      'formats/divider': Divider,
      'formats/header': Header,
      'formats/indent': Indent,
      'formats/italic': Italic,
      'formats/link': SafeLink,
      'formats/list': ListItem,
      'formats/list-container': ListContainer,
      'formats/script': Script,
      'formats/strike': Strike,
      'formats/underline': Underline,
      'modules/clipboard': CleanClipboard,
      'formats/image': ImageBlot,
      'formats/mention': MentionBlot,
      [`formats/${TABLE}`]: TableBlot,
      'modules/history': TableHistory,
    },
    true,
  );
}
