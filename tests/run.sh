#!/usr/bin/env bash
# Runs every check of the project, on a fresh clone too:
#   tests/run.sh            everything
#   tests/run.sh Cli Media  only test projects whose names contain one of these words
# The last line is always "N passed, N failed" (and ", N skipped" when tests were skipped); the exit code is 0 only when
# something passed and nothing failed. CONFIGURATION=Debug builds another configuration than Release.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly solution=StreamGate.Orleans.sln
readonly configuration=${CONFIGURATION:-Release}
readonly hang_limit=5m     # a single test that takes longer is stuck
readonly project_limit=480 # seconds; a project that takes longer is killed
readonly results=artifacts/test-results

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export MSBUILDDISABLENODEREUSE=1 # no build process outlives this script

passed=0
failed=0
skipped=0
finished=no

say() { printf '%s\n' "$*"; }

# Counts one check that is not a test project's.
count() { # name, ok|failed
  if [ "$2" = ok ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
  printf '%-44s %s\n' "$1" "$2"
}

finish() {
  if [ "$finished" = no ]; then failed=$((failed + 1)); fi # stopped by an error of its own: never a success
  local total="$passed passed, $failed failed"
  if [ "$skipped" -gt 0 ]; then total="$total, $skipped skipped"; fi
  say "$total"
  if [ "$failed" -gt 0 ] || [ "$passed" -eq 0 ]; then exit 1; fi
  exit 0
}
trap finish EXIT
trap 'exit 130' INT TERM

give_up() {
  say "$*" >&2
  exit 1
}

# --- what the machine needs -------------------------------------------------------------------------------------------

# Debian package, and the command that tells that it is there. Add a line when a suite needs more.
readonly debian_needs=(
  "ffmpeg ffmpeg"
)

install_missing() {
  local missing=() need package program
  for need in "${debian_needs[@]}"; do
    read -r package program <<<"$need"
    if ! command -v "$program" >/dev/null; then missing+=("$package"); fi
  done
  if [ "${#missing[@]}" -eq 0 ]; then return; fi
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    give_up "Missing: ${missing[*]}. Install them (on Debian: sudo apt-get install ${missing[*]}) and run this again."
  fi
  say "Installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

check_tools() {
  if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
    give_up "The .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download/dotnet/10.0 and put dotnet on the PATH."
  fi
  local node_major
  node_major=$(node --version 2>/dev/null | sed -E 's/^v([0-9]+).*/\1/' || true)
  if [ "${node_major:-0}" -lt 20 ]; then
    give_up "Node 20 or later is missing: install it from https://nodejs.org/ and put node on the PATH."
  fi
}

# --- checks that are not test projects --------------------------------------------------------------------------------

build() {
  local log=$results/build.log
  say "Building $solution ($configuration)"
  if ! dotnet build "$solution" --configuration "$configuration" --nologo -v quiet -clp:NoSummary </dev/null >"$log" 2>&1; then
    grep -E 'error|warning' "$log" | sort -u | head -n 60 || tail -n 60 "$log"
    count "build" failed
    finished=yes
    exit 1
  fi
}

check_scripts() {
  local script ok=ok
  while IFS= read -r script; do
    if ! bash -n "$script"; then ok=failed; fi
  done < <(git ls-files --cached --others --exclude-standard -- '*.sh' .ci/run 2>/dev/null || printf '%s\n' tests/run.sh .ci/run)
  count "bash -n" "$ok"
}

check_format() {
  local log=$results/format.log
  if dotnet format "$solution" --verify-no-changes --no-restore </dev/null >"$log" 2>&1; then
    count "dotnet format" ok
  else
    head -n 40 "$log"
    count "dotnet format" failed
  fi
}

# --- test projects ----------------------------------------------------------------------------------------------------

# One of the numbers in a trx file's <Counters .../>; 0 when the file is not there.
counter() { # file, name
  local value
  value=$(sed -nE "s/.*<Counters [^>]*$2=\"([0-9]+)\".*/\1/p" "$1" 2>/dev/null | head -n 1 || true)
  say "${value:-0}"
}

run_project() {
  local project=$1 name trx code=0 total ok bad rest
  name=$(basename "$project" .csproj)
  trx=$results/$name.trx
  timeout --kill-after=10 "$project_limit" \
    dotnet test "$project" --no-build --configuration "$configuration" --nologo \
    --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" --results-directory "$results" \
    --blame-hang-timeout "$hang_limit" --blame-hang-dump-type none \
    </dev/null >"$results/$name.log" 2>&1 || code=$?

  total=$(counter "$trx" total)
  ok=$(counter "$trx" passed)
  bad=$(counter "$trx" failed)
  rest=$((total - ok - bad))
  passed=$((passed + ok))
  failed=$((failed + bad))
  skipped=$((skipped + rest))
  printf '%-44s %d passed, %d failed, %d skipped\n' "$name" "$ok" "$bad" "$rest"
  if [ "$code" -ne 0 ] || [ "$bad" -gt 0 ]; then cat "$results/$name.log"; fi
  if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then
    count "$name ended with code $code" failed # crashed, hung or was never built
  elif [ "$((ok + bad))" -eq 0 ]; then
    count "$name ran no test" failed
  fi
}

is_wanted() { # project path, words
  local name word
  name=$(basename "$1" .csproj)
  shift
  if [ "$#" -eq 0 ]; then return 0; fi
  for word in "$@"; do
    if [[ ${name,,} == *"${word,,}"* ]]; then return 0; fi
  done
  return 1
}

main() {
  rm -rf "$results"
  mkdir -p "$results"
  install_missing
  check_tools
  build

  local project ran=0
  for project in tests/*/*.Tests.csproj; do
    if ! is_wanted "$project" "$@"; then continue; fi
    run_project "$project" # one after another: they would only slow each other down on two cores
    ran=$((ran + 1))
  done
  if [ "$ran" -eq 0 ]; then give_up "No test project's name contains: $*"; fi

  if [ "$#" -eq 0 ]; then
    check_scripts
    check_format
  fi
  finished=yes
}

main "$@"
