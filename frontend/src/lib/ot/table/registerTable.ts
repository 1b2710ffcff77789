import Delta from 'quill-delta';
import { TABLE } from './tableContent';
import { tableHandler } from './tableHandler';

Delta.registerEmbed(TABLE, tableHandler);
