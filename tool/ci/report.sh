#!/usr/bin/env bash
# The report of a pull or merge request for a Pulumi project, as a CI job makes it: packages, preview, verdict, cost, difference.
# No credentials. Its inputs come from environment variables, so that no text of a project gets into a script:
#   HEADROOM_FOLDER   the project; default: the current folder
#   HEADROOM_OUT      where the files go: report.md, .html, .json, comment.md, headroom.sarif, headroom.xml; default: .headroom/report
#   HEADROOM_STACK, HEADROOM_BASE, HEADROOM_ANSWERS, HEADROOM_LINK   as the flags of `headroom report`; default: none
#   HEADROOM_USAGE    figures such as requests=5M, with spaces between them
#   HEADROOM_INSTALL  false: the project's packages are there already
set -euo pipefail

tool=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
if [ ! -d "$tool/../node_modules" ]; then
  (cd "$tool/.." && npm ci --ignore-scripts --no-audit --no-fund)
fi

cd "${HEADROOM_FOLDER:-.}"
out=${HEADROOM_OUT:-$PWD/.headroom/report}
mkdir -p "$out"

# The lock file may belong to a workspace, some folders up.
install() {
  local folder=$PWD
  while :; do
    if [ -f "$folder/package-lock.json" ] || [ -f "$folder/npm-shrinkwrap.json" ]; then (cd "$folder" && npm ci); return
    elif [ -f "$folder/pnpm-lock.yaml" ]; then (cd "$folder" && npx --yes pnpm install --frozen-lockfile); return
    elif [ -f "$folder/yarn.lock" ]; then (cd "$folder" && npx --yes corepack yarn install --immutable); return
    elif [ -f "$folder/bun.lock" ] || [ -f "$folder/bun.lockb" ]; then (cd "$folder" && npx --yes bun install --frozen-lockfile); return
    elif [ -e "$folder/.git" ] || [ "$folder" = / ]; then break
    fi
    folder=$(dirname "$folder")
  done
  if [ -f package.json ]; then npm install; fi
}
if [ "${HEADROOM_INSTALL:-true}" != false ]; then install; fi

flags=(--out "$out" --sarif "$out/headroom.sarif" --junit "$out/headroom.xml")
for name in stack base answers link; do
  variable=HEADROOM_${name^^}
  if [ -n "${!variable:-}" ]; then flags+=("--$name" "${!variable}"); fi
done
for figure in ${HEADROOM_USAGE:-}; do flags+=(--usage "$figure"); done

exec node "$tool/headroom.mjs" report "${flags[@]}"
