import type { tableEn } from './embedsEn';

export const tableEs: typeof tableEn = {
  insert: 'Tabla',
  words: 'cuadrícula celdas filas columnas hoja',
  tools: 'Tabla',
  cell: 'Fila {{row}}, columna {{column}}',
  header: 'Fila de encabezado',
  delete: 'Eliminar la tabla',
  empty: 'Esta tabla no tiene celdas',
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
