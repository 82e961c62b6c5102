import { join } from "node:path";
import { check } from "./checks.ts";
import { configurationFor } from "./guide.ts";

check({
  name: "Emacs",
  command: "emacs",
  use: (run) => {
    const init = run.write("init.el", configurationFor("Emacs", "elisp", run.installation));
    return run.run("emacs", ["--batch", "-l", init, "-l", join(import.meta.dirname, "emacs.el")]);
  },
});
