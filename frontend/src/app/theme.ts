import {
  createTheme,
  mergeThemeOverrides,
  type CSSVariablesResolver,
  type MantineThemeOverride,
} from '@mantine/core';

/** Greens of a pine wood over warm paper; one amber spark. */
const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  colors: {
    pine: [
      '#eaf5f0',
      '#d5e8df',
      '#abd2c1',
      '#7dbaa2',
      '#54a486',
      '#2d8a6f',
      '#1d7a64',
      '#12614f',
      '#0e4f40',
      '#093a2f',
    ],
  },
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--serif)', fontWeight: '600' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '16px', xl: '24px' },
  black: '#20251f',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    TextInput: { defaultProps: { withAsterisk: false } },
    PasswordInput: { defaultProps: { withAsterisk: false } },
    Modal: {
      styles: {
        title: { fontFamily: 'var(--serif)', fontSize: 21, fontWeight: 600 },
        content: { backgroundColor: 'var(--raised)' },
        header: { backgroundColor: 'var(--raised)' },
      },
    },
  },
});

/** Mantine's buttons that are only an icon, named in the user's language. */
export function withNames(close: string): MantineThemeOverride {
  const components = { CloseButton: { defaultProps: { 'aria-label': close } } };
  return mergeThemeOverrides(theme, { components });
}

/** Mantine's own surfaces take the product's colours, so that fields and dialogs fit the page. */
const SURFACES = {
  '--mantine-color-body': 'var(--ground)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: SURFACES,
  dark: SURFACES,
});
