import {
  Anchor,
  Badge,
  createTheme,
  defaultVariantColorsResolver,
  parseThemeColor,
  type CSSVariablesResolver,
  type VariantColorsResolver,
} from "@mantine/core";

/** Under the pointer a button that names no variant: the library's lighter shade leaves white text below 4.5:1. */
const darker = "color-mix(in srgb, var(--mantine-primary-color-filled), black 15%)";

/** WCAG 2.2 AA: the library's dimmed, placeholder, error and light colours are below 4.5:1. All corrections are here. */
export const resolver: CSSVariablesResolver = ({ colors }) => {
  const light: Record<string, string> = {};
  const dark: Record<string, string> = {};
  for (const name of Object.keys(colors)) {
    light[`--mantine-color-${name}-light-color`] =
      `color-mix(in srgb, var(--mantine-color-${name}-9), black 35%)`;
    dark[`--mantine-color-${name}-light-color`] = `var(--mantine-color-${name}-1)`;
    light[`--mantine-color-${name}-text`] = `var(--mantine-color-${name}-9)`;
    dark[`--mantine-color-${name}-text`] = `var(--mantine-color-${name}-3)`;
  }
  return {
    variables: {},
    light: {
      ...light,
      "--mantine-primary-color-filled-hover": darker,
      "--mantine-color-body": "#fbfaf8",
      "--mantine-color-dimmed": "#565e66",
      "--mantine-color-placeholder": "#6b727a",
      "--mantine-color-error": "#a8201a",
      "--mantine-color-anchor": "var(--mantine-primary-color-9)",
      "--mantine-color-default-border": "#c3c8ce",
      "--input-asterisk-color": "#a8201a",
    },
    dark: {
      ...dark,
      "--mantine-primary-color-filled-hover": darker,
      "--mantine-color-body": "#15181b",
      "--mantine-color-text": "#e9ebed",
      "--mantine-color-dimmed": "#adb5bd",
      "--mantine-color-placeholder": "#9aa1ab",
      "--mantine-color-error": "#ffa198",
      "--mantine-color-anchor": "var(--mantine-primary-color-2)",
      "--mantine-color-default": "#1d2125",
      "--mantine-color-default-border": "#59616d",
      "--input-asterisk-color": "#ffa198",
    },
  };
};

const variants: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  const parsed = parseThemeColor({ color: input.color || input.theme.primaryColor, theme: input.theme });
  // Darker under the pointer: the library's lighter shade leaves white text below 4.5:1.
  if (input.variant === "filled" && parsed.isThemeColor)
    return {
      ...resolved,
      hover: `color-mix(in srgb, var(--mantine-color-${parsed.color}-filled), black 15%)`,
    };
  return input.variant === "light" && parsed.isThemeColor
    ? { ...resolved, color: `var(--mantine-color-${parsed.color}-light-color)` }
    : resolved;
};

export const theme = createTheme({
  colors: {
    dark: [
      "#e9ebed",
      "#c3c8d0",
      "#adb5bd",
      "#8b94a0",
      "#59616d",
      "#3a414c",
      "#1d2125",
      "#15181b",
      "#11141a",
      "#0c0e13",
    ],
  },
  primaryColor: "teal",
  primaryShade: 9,
  defaultRadius: "md",
  autoContrast: true,
  cursorType: "pointer",
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", sans-serif',
  headings: { fontWeight: "650" },
  variantColorResolver: variants,
  components: {
    Anchor: Anchor.extend({ defaultProps: { underline: "always", inherit: true } }),
    Badge: Badge.extend({ defaultProps: { variant: "light", tt: "none", fw: 600, size: "md" } }),
  },
});
