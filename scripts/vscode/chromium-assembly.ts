import { chmodSync, createReadStream, createWriteStream, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { type Assembly, ensureAssembly, unpack } from "./assembly.ts";

/** A headless Chromium with the libraries and fonts that a bare machine does not have. */
const assembly: Assembly = {
  name: "chromium",
  recipe: import.meta.url,
  packages: {
    "@sparticuz/chromium@153.0.0":
      "sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==",
  },
  async assemble([tarball], into, home) {
    const packed = join(into, "packed");
    mkdirSync(packed);
    await unpack(tarball!, packed, "package/bin", 2);
    await Promise.all([
      decompress(join(packed, "chromium.br"), join(into, "chromium")),
      ...["al2023", "fonts"].map(async (name) => {
        await decompress(join(packed, `${name}.tar.br`), join(packed, `${name}.tar`));
        await unpack(join(packed, `${name}.tar`), into);
      }),
    ]);
    chmodSync(join(into, "chromium"), 0o755);
    writeFileSync(join(into, "fonts.conf"), fontsConfiguration(home));
    rmSync(packed, { recursive: true });
  },
};

/** The browser's executable and the environment it needs; made first where they are not there (Linux x64). */
export async function ensureChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const home = await ensureAssembly(assembly);
  return {
    executablePath: join(home, "chromium"),
    env: { LD_LIBRARY_PATH: join(home, "lib"), FONTCONFIG_FILE: join(home, "fonts.conf") },
  };
}

async function decompress(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

/** Chromium crashes where it finds no font at all, and the package's own configuration names a folder of another machine. */
function fontsConfiguration(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(home, "fonts")}</dir>
  <cachedir>${join(home, "cache")}</cachedir>
</fontconfig>
`;
}
