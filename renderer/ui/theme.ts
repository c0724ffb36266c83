import { createTheme, type MantineThemeOverride } from '@mantine/core'

/**
 * Defaults of the components. Colours, type and spacing are CSS variables in `theme.css`, so that no style
 * element is made at run time and the content security policy can forbid inline styles.
 */
export const theme: MantineThemeOverride = createTheme({
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Modal: {
      defaultProps: { lockScroll: false, centered: true, transitionProps: { duration: 0 }, radius: 'md' },
    },
    Menu: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'none' } },
    Popover: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'none' } },
    Combobox: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'none' } },
    // below: above it would hide the row of buttons that comes first
    Tooltip: { defaultProps: { position: 'bottom', openDelay: 400, transitionProps: { duration: 80 } } },
  },
})
