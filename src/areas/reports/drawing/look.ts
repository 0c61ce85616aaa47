/** The colours and the type of a picture: on a light or a dark screen, or on paper. */
export type Look = {
  ink: string;
  quiet: string;
  line: string;
  ground: string;
  /** What is drawn first, what stands out, and further kinds: after Okabe and Ito, told apart without seeing colours. */
  main: string;
  signal: string;
  kinds: readonly string[];
  font: string;
};

const screen = 'system-ui, -apple-system, "Segoe UI", sans-serif';

const light: Look = {
  ink: "#1d2b3a",
  quiet: "#55606b",
  line: "#d3d9df",
  ground: "#ffffff",
  main: "#0b6e8f",
  signal: "#b3400a",
  kinds: ["#0b6e8f", "#c98a00", "#007a5a", "#a8467d", "#6b7683", "#3f8fd2"],
  font: screen,
};

export const looks = {
  light,
  dark: {
    ink: "#e9ebed",
    quiet: "#adb5bd",
    line: "#3a414c",
    ground: "#1d2125",
    main: "#5cc4e0",
    signal: "#ff9b6b",
    kinds: ["#5cc4e0", "#e6b34d", "#3fc7a0", "#e08fbd", "#9aa4af", "#8bbcf0"],
    font: screen,
  },
  paper: { ...light, font: "Source Sans 3" },
} satisfies Record<string, Look>;

/** Patterns besides the colours, for whoever cannot tell these apart and for a printer without any. */
export const patterns = (look: Look) => ({
  decal: {
    show: true,
    decals: [
      { symbol: "none" },
      stripes(look, Math.PI / 4),
      { ...dots, color: faint(look) },
      stripes(look, -Math.PI / 4),
      stripes(look, 0),
      stripes(look, Math.PI / 2),
    ],
  },
});

const faint = ({ ground }: Look) => `${ground}a6`;
const dots = {
  symbol: "circle",
  symbolSize: 0.7,
  dashArrayX: [
    [6, 6],
    [0, 6, 6, 0],
  ],
  dashArrayY: [6, 0],
};
const stripes = (look: Look, rotation: number) => ({
  symbol: "rect",
  symbolSize: 1,
  color: faint(look),
  dashArrayX: [1, 0],
  dashArrayY: [2, 5],
  rotation,
});
