import { LAYOUT } from "./layout.ts";
import { LISTS } from "./lists.ts";
import { PICTURES } from "./pictures.ts";
import { PORTFOLIO } from "./portfolio.ts";
import { PRINT } from "./print.ts";
import { THEME } from "./theme.ts";

/** What prints comes last, for it takes back what suits a screen. */
export const STYLE: string = [THEME, LAYOUT, LISTS, PICTURES, PORTFOLIO, PRINT].join("");
