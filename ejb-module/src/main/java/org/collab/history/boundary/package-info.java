/** What has happened in a document: its timeline, versions, differences, authors, and how to take things back. */
@NullMarked
package org.collab.history.boundary;

import org.jspecify.annotations.NullMarked;
