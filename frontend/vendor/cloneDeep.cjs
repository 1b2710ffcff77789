module.exports = require('./plainValues.js').cloneDeep;
