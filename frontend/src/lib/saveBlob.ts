/** Has the browser keep a file, as a click on a download would. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken hold of it when the click returns.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 0);
}
