// See cloneDeep.cjs.
module.exports = require('lodash-es/isEqual.js').default;
