/**
 * What administrators may do, and what users may do with their own data. Every call names the caller and is authorized
 * here. Administration gives no right to read documents.
 */
@NullMarked
package org.collab.administration.boundary;

import org.jspecify.annotations.NullMarked;
