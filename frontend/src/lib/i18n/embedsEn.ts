export const tableEn = {
  insert: 'Table',
  words: 'grid cells rows columns spreadsheet',
  tools: 'Table',
  cell: 'Row {{row}}, column {{column}}',
  header: 'Header row',
  delete: 'Delete table',
  rows: {
    menu: 'Row',
    before: 'Insert above',
    behind: 'Insert below',
    back: 'Move up',
    forth: 'Move down',
    remove: 'Delete row',
  },
  columns: {
    menu: 'Column',
    before: 'Insert left',
    behind: 'Insert right',
    back: 'Move left',
    forth: 'Move right',
    remove: 'Delete column',
  },
};

export const imageEn = {
  insert: 'Image',
  words: 'picture photo upload file',
  choose: 'Choose images',
  takenOut: 'A picture was taken out here',
  tools: 'Image',
  uploading: 'Uploading {{name}}…',
  waiting: '{{name}} waits for the connection',
  failed: '{{name}} could not be stored',
  unfit: '{{name}} is no image that can be shown',
  discard: 'Discard',
  sizes: { small: 'Small', medium: 'Medium', large: 'Full width' },
  alt: 'Description',
  altLabel: 'Describe the image for those who cannot see it',
  altSave: 'Save',
  remove: 'Delete',
};

export const mentionEn = {
  insert: 'Mention somebody',
  words: 'person member at name',
  label: 'Members of the room',
};
