// quill-delta asks for a second copy of what Quill has already: this is the first one.
module.exports = require('lodash-es/cloneDeep.js').default;
