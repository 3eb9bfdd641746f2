import {
  ActionIcon,
  Anchor,
  Badge,
  Button,
  createTheme,
  Drawer,
  Input,
  Menu,
  Modal,
  Notification,
  Table,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** The one accent: a deep petrol. Shade 8 carries white text in light, 7 in dark. */
const petrol: MantineColorsTuple = [
  '#ecf6f8',
  '#d8eaef',
  '#aed5de',
  '#80bdcb',
  '#5aa8ba',
  '#41999e',
  '#2c8aa0',
  '#1b7489',
  '#0e5f74',
  '#084a5b',
];

/** Greys with a little of the accent in them, so that both themes are of one family. */
const gray: MantineColorsTuple = [
  '#f7f9fa',
  '#eff3f5',
  '#e4eaed',
  '#d5dde2',
  '#b8c4cb',
  '#8b99a3',
  '#5d6b75',
  '#46535c',
  '#2f3a42',
  '#1b242a',
];

const dark: MantineColorsTuple = [
  '#d9e0e5',
  '#bcc6cd',
  '#9ba8b1',
  '#74828c',
  '#3a464f',
  '#2d3840',
  '#242d34',
  '#182026',
  '#12191e',
  '#0c1115',
];

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 7 },
  colors: { petrol, gray, dark },
  black: '#18222a',
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Code", "SF Mono", Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.5' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      vars: (_, { size }) => ({
        root: size === 'sm' ? { '--button-height': '32px', '--button-padding-x': '12px' } : {},
      }),
    }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', size: 30, color: 'gray' } }),
    Anchor: Anchor.extend({ defaultProps: { underline: 'hover' } }),
    Badge: Badge.extend({
      defaultProps: { variant: 'light', radius: 'sm' },
      styles: { root: { textTransform: 'none', fontWeight: 500 } },
    }),
    Input: Input.extend({
      defaultProps: { size: 'sm' },
      vars: (_, { size }) => ({ wrapper: size === 'sm' ? { '--input-height': '32px' } : {} }),
    }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', radius: 'md', withInitialFocusPlaceholder: false } }),
    // A dialog's head is no banner of the page.
    Drawer: Drawer.extend({
      defaultProps: { attributes: { header: { role: 'presentation' } } },
      styles: { title: { fontWeight: 600 } },
    }),
    Modal: Modal.extend({
      styles: { title: { fontWeight: 600 } },
      defaultProps: {
        attributes: { header: { role: 'presentation' } },
        centered: true,
        radius: 'lg',
        overlayProps: { backgroundOpacity: 0.45 },
        transitionProps: { duration: 120 },
      },
    }),
    // A dialog's head is no banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Table: Table.extend({ defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm' } }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 250,
        withArrow: true,
        multiline: true,
        maw: 360,
        events: { hover: true, focus: true, touch: true },
      },
    }),
  },
});

/** Mantine's own light and filled tones miss the contrast; both schemes take the states' colours instead. */
const stateColors = {
  '--mantine-color-red-filled': '#b3261e',
  '--mantine-color-red-filled-hover': '#971d17',
  '--mantine-color-green-light': 'var(--muster-met-soft)',
  '--mantine-color-green-light-color': 'var(--muster-met)',
  '--mantine-color-red-light': 'var(--muster-critical-soft)',
  '--mantine-color-red-light-color': 'var(--muster-critical)',
  '--mantine-color-orange-light': 'var(--muster-weak-soft)',
  '--mantine-color-orange-light-color': 'var(--muster-weak)',
};

/** Text on every surface keeps a contrast of 4.5 to 1; Mantine's own dimmed, placeholder and error tones do not. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--muster-nav-width': '212px',
    '--muster-header-height': '48px',
  },
  light: {
    ...stateColors,
    '--mantine-color-dimmed': '#56646e',
    '--mantine-color-placeholder': '#66747e',
    '--mantine-color-error': '#b42318',
    '--muster-surface': '#ffffff',
    '--muster-surface-sunken': '#f4f7f8',
    '--muster-border': '#dde4e8',
    '--muster-border-strong': '#b8c4cb',
    '--muster-hover': '#eef4f6',
    '--muster-selected': '#dcedf1',
    '--muster-critical': '#a3182a',
    '--muster-critical-soft': '#fbdfe2',
    '--muster-major': '#9a4a00',
    '--muster-major-soft': '#ffe6cf',
    '--muster-minor': '#735f00',
    '--muster-minor-soft': '#fbf0bf',
    '--muster-advice': '#46535c',
    '--muster-advice-soft': '#e7ecef',
    '--muster-gap': '#a3182a',
    '--muster-gap-soft': '#f9d5d9',
    '--muster-weak': '#855300',
    '--muster-weak-soft': '#fdecc4',
    '--muster-met': '#11633f',
    '--muster-met-soft': '#d3eede',
    '--muster-unjudged': '#56646e',
    '--muster-unjudged-soft': '#edf1f3',
  },
  dark: {
    ...stateColors,
    '--mantine-color-dimmed': '#a3b0b9',
    '--mantine-color-placeholder': '#93a1ab',
    '--mantine-color-error': '#ff9a94',
    '--mantine-color-anchor': '#7cc6d6',
    '--mantine-primary-color-light-color': '#a9dbe6',
    '--muster-surface': '#1c252b',
    '--muster-surface-sunken': '#141b20',
    '--muster-border': '#2f3a42',
    '--muster-border-strong': '#4a5862',
    '--muster-hover': '#243038',
    '--muster-selected': '#1d3c46',
    '--muster-critical': '#ff9ba6',
    '--muster-critical-soft': '#4b1b24',
    '--muster-major': '#ffb877',
    '--muster-major-soft': '#452a12',
    '--muster-minor': '#ecd465',
    '--muster-minor-soft': '#3a3310',
    '--muster-advice': '#b7c3cb',
    '--muster-advice-soft': '#2d3840',
    '--muster-gap': '#ff9ba6',
    '--muster-gap-soft': '#4d1c25',
    '--muster-weak': '#f5c76a',
    '--muster-weak-soft': '#42320f',
    '--muster-met': '#7fd6a5',
    '--muster-met-soft': '#123a28',
    '--muster-unjudged': '#a3b0b9',
    '--muster-unjudged-soft': '#283239',
  },
});
