/** Languages that are highlighted, by the name that is kept in the document. */
export const LANGUAGES = [
  ['plain', 'Text'],
  ['bash', 'Bash'],
  ['css', 'CSS'],
  ['go', 'Go'],
  ['java', 'Java'],
  ['javascript', 'JavaScript'],
  ['json', 'JSON'],
  ['markdown', 'Markdown'],
  ['python', 'Python'],
  ['rust', 'Rust'],
  ['sql', 'SQL'],
  ['typescript', 'TypeScript'],
  ['xml', 'HTML, XML'],
  ['yaml', 'YAML'],
] as const;
