/** Longer sides than this are seen by nobody: the column is half as wide. */
const MAX_SIDE = 2_400;
const MAX_BYTES = 9_000_000;
const AS_THEY_ARE = ['image/png', 'image/jpeg', 'image/gif'];

/**
 * The picture as the server takes it: large ones smaller, and formats that only the browser reads as PNG or
 * JPEG. Undefined where the browser cannot read it.
 */
export async function prepared(file: Blob): Promise<Blob | undefined> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return undefined;
  }
  const scale = Math.min(1, MAX_SIDE / Math.max(bitmap.width, bitmap.height));
  if (scale === 1 && AS_THEY_ARE.includes(file.type) && file.size <= MAX_BYTES) {
    bitmap.close();
    return file;
  }
  const isPhoto = file.type !== 'image/png' && file.type !== 'image/webp';
  const drawn = await draw(bitmap, scale, isPhoto ? 'image/jpeg' : 'image/png');
  return drawn !== undefined && drawn.size > MAX_BYTES ? draw(bitmap, scale, 'image/jpeg') : drawn;
}

async function draw(bitmap: ImageBitmap, scale: number, type: string): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  if (type === 'image/jpeg') {
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(
      (blob) => {
        resolve(blob ?? undefined);
      },
      type,
      0.9,
    );
  });
}
