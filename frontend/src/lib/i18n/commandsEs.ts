import type { commandsEn, colorsEn } from './commandsEn';

const COLOR_NAMES = {
  gray: 'gris',
  brown: 'marrón',
  red: 'rojo',
  orange: 'naranja',
  yellow: 'amarillo',
  green: 'verde',
  teal: 'turquesa',
  blue: 'azul',
  purple: 'morado',
  pink: 'rosa',
};

type Names = typeof COLOR_NAMES;

function named(word: string): Names {
  return Object.fromEntries(
    Object.entries(COLOR_NAMES).map(([key, name]) => [key, `${word}: ${name}`]),
  ) as Names;
}

export const commandsEs: typeof commandsEn = {
  slash: 'Insertar',
  emoji: 'Emoji',
  emojiHint: 'Buscar emoji',
  codeLanguage: 'Lenguaje del código',
  emojiWords: 'carita símbolo sonrisa',
  palette: 'Todas las órdenes',
  paletteHint: '¿Qué quieres hacer?',
  nothing: 'No hay nada que encaje',
  shortcutsWords: 'teclas teclado ayuda',
  more: 'Más formato',
  groups: {
    history: 'Deshacer y rehacer',
    style: 'Estilo de párrafo',
    inline: 'Estilo del texto',
    color: 'Color del texto',
    highlight: 'Resaltado',
    list: 'Listas',
    align: 'Alineación',
    insert: 'Insertar',
    clear: 'Borrar',
    view: 'Vista',
  },
  paragraphWords: 'normal cuerpo párrafo texto',
  heading1Words: 'título1 h1 encabezado cabecera',
  heading2Words: 'título2 h2 encabezado sección',
  heading3Words: 'título3 h3 encabezado subsección',
  quoteWords: 'cita bloque',
  codeBlockWords: 'programa fuente código fragmento',
  listWords: 'lista viñetas puntos números elementos',
  taskWords: 'tareas casilla pendiente hecho',
  alignWords: 'alinear texto izquierda centro derecha justificar',
  linkWords: 'url dirección hipervínculo web',
  dividerWords: 'línea regla separador horizontal',
  outline: 'Esquema',
  info: 'Información del documento',
  infoWords: 'palabras caracteres recuento estadísticas',
  print: 'Imprimir',
};

export const colorsEs: typeof colorsEn = {
  color: { none: 'Color del texto: ninguno', ...named('Color del texto') },
  highlight: { none: 'Resaltado: ninguno', ...named('Resaltado') },
};
