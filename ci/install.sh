#!/usr/bin/env bash
# The first step of action.yml: installs the command into a folder of the runner's own.
set -euo pipefail

folder="$RUNNER_TEMP/aiplan"
mkdir -p "$folder"
package="${INPUT_PACKAGE:-}"

if [ -z "$package" ]; then
  # Built from the action's own files, with what its lock file names; no script of a dependency is run.
  cd "$GITHUB_ACTION_PATH"
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  node scripts/build.mjs
  package="$folder/$(npm pack ./cli --ignore-scripts --silent --pack-destination "$folder")"
elif [ -f "$package" ]; then
  package="$(cd "$(dirname "$package")" && pwd)/$(basename "$package")"
fi

# What comes after `--` is no option, whatever it looks like.
npm install --prefix "$folder" --no-save --ignore-scripts --no-audit --no-fund --loglevel=error -- "$package"
