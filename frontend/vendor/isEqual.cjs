module.exports = require('./plainValues.js').isEqual;
