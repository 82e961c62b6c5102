import { inTheEditor } from "./client.ts";
import type { FeatureGroup } from "./feature.ts";
import { inTheText } from "./in-the-text.ts";
import { navigation } from "./navigation.ts";
import { readiness } from "./readiness.ts";
import { findings, fixes } from "./repair.ts";
import { completion, hover } from "./writing.ts";

/** All that an editor gets from AI Plan, and where each piece is shown to work. */
export const featureList: readonly FeatureGroup[] = [
  findings,
  fixes,
  completion,
  hover,
  navigation,
  inTheText,
  readiness,
  inTheEditor,
];
