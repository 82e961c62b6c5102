import { join } from "node:path";
import { check } from "./checks.ts";
import { configurationFor } from "./guide.ts";

check({
  name: "Neovim",
  command: "nvim",
  use: (run, version) => {
    const [, major = 0, minor = 0] = /v(\d+)\.(\d+)/.exec(version)?.map(Number) ?? [];
    const heading = major > 0 || minor >= 11 ? "Neovim 0.11 and newer" : "Neovim 0.7 to 0.10";
    const init = run.write("init.lua", configurationFor(heading, "lua", run.installation));
    const script = join(import.meta.dirname, "neovim.lua");
    // Nothing of the user's: no history, no swap files.
    return run.run("nvim", ["--headless", "-u", init, "-i", "NONE", "-n", run.plan, "-c", `luafile ${script}`]);
  },
});
