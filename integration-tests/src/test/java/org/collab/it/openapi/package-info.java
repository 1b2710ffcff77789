/** What openapi.yaml says, held against what the running product answers. */
@org.jspecify.annotations.NullMarked
package org.collab.it.openapi;
