import type { imageEn, mentionEn, tableEn } from './embedsEn';

export const tableEs: typeof tableEn = {
  insert: 'Tabla',
  words: 'cuadrícula celdas filas columnas hoja',
  tools: 'Tabla',
  cell: 'Fila {{row}}, columna {{column}}',
  header: 'Fila de encabezado',
  delete: 'Eliminar la tabla',
  rows: {
    menu: 'Fila',
    before: 'Insertar arriba',
    behind: 'Insertar abajo',
    back: 'Mover hacia arriba',
    forth: 'Mover hacia abajo',
    remove: 'Eliminar la fila',
  },
  columns: {
    menu: 'Columna',
    before: 'Insertar a la izquierda',
    behind: 'Insertar a la derecha',
    back: 'Mover a la izquierda',
    forth: 'Mover a la derecha',
    remove: 'Eliminar la columna',
  },
};

export const imageEs: typeof imageEn = {
  insert: 'Imagen',
  words: 'foto dibujo subir archivo',
  choose: 'Elegir imágenes',
  takenOut: 'Aquí se quitó una imagen',
  tools: 'Imagen',
  uploading: 'Subiendo {{name}}…',
  waiting: '{{name}} espera la conexión',
  failed: 'No se ha podido guardar {{name}}',
  unfit: '{{name}} no es una imagen que se pueda mostrar',
  discard: 'Descartar',
  sizes: { small: 'Pequeña', medium: 'Mediana', large: 'Ancho completo' },
  alt: 'Descripción',
  altLabel: 'Describe la imagen para quien no puede verla',
  altSave: 'Guardar',
  remove: 'Eliminar',
};

export const mentionEs: typeof mentionEn = {
  insert: 'Mencionar a alguien',
  words: 'persona miembro nombre',
  label: 'Miembros de la sala',
};
