/** A configuration in which nothing is set yet, and everything is shown that usually is. */
export const CONFIG_TEXT = `# Settings for all plans in this folder and below it. The command line and editors heed them.

# How serious findings are, by the rule's id: off, hint, info, warning or error. \`aiplan rules\` lists them.
rules: {}
#  identical-benchmarks: "off"

# Further sets of rules.
# profiles: [eu-ai-act-high-risk]

# What your environments are called.
# environments: {production: [prod, live]}

# Plans that are not checked.
# ignore: [drafts/**]

# The day that dates are compared with, where results must be the same tomorrow.
# as-of: 2026-07-06
`;

/** Forges colour plans as YAML, and count them as that. */
export const ATTRIBUTES_LINE = "*.aiplan linguist-language=YAML";

/** Needs \`aiplan\` in the project: nothing is fetched by its name alone. */
export const GITHUB_WORKFLOW = `# Checks all AI plans: findings stand beside the lines of a pull request and under Security, Code scanning.
name: AI plans
on:
  push:
    branches: [main]
  pull_request:
    paths: ["**/*.aiplan", "**/aiplan.config.yaml", .github/workflows/aiplan.yml]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      security-events: write # for the upload
    steps:
      - uses: actions/checkout@v4
        with:
          persist-credentials: false
          fetch-depth: 0 # what a pull request starts from is among it
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci # aiplan is one of the devDependencies
      # What a pull request weakens is judged, too, such as a target that it lowers.
      - run: npx --no aiplan check \${BASE:+"--against=$BASE"} --format github --format github-sarif=aiplan.sarif
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
      # Where the plans stand, on the page of the run; whether it fails is for the check to say.
      - if: always()
        run: npx --no aiplan report --format markdown >> "$GITHUB_STEP_SUMMARY" || true
      # A pull request from a fork may not write: there, the annotations have to do.
      - if: always() && hashFiles('aiplan.sarif') != '' && github.event.pull_request.head.repo.fork != true
        uses: github/codeql-action/upload-sarif@v4
        with:
          sarif_file: aiplan.sarif
          category: aiplan
`;

export const GITLAB_JOB = `# Checks all AI plans: merge requests show the findings as code quality and under Tests.
aiplan:
  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event" || $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      changes: ["**/*.aiplan", "**/aiplan.config.yaml"]
  variables:
    GIT_DEPTH: 0 # what a merge request starts from is among it
  script:
    - npm ci # aiplan is one of the devDependencies
    # What a merge request weakens is judged, too, such as a target that it lowers.
    - base="\${CI_MERGE_REQUEST_DIFF_BASE_SHA:-}"
    # Where the plans stand, beside the merge request; whether the job fails is for the check to say.
    - npx --no aiplan report --output aiplan-report.html || true
    - npx --no aiplan check \${base:+"--against=$base"} --format pretty --format gitlab=aiplan-quality.json --format junit=aiplan-junit.xml
  artifacts:
    when: always
    expose_as: AI plan report
    paths: [aiplan-report.html]
    reports:
      codequality: aiplan-quality.json
      junit: aiplan-junit.xml
`;

export const GITLAB_INCLUDE = `include:
  - local: .gitlab/aiplan.gitlab-ci.yml
`;

export const PRE_COMMIT_CONFIG = `repos:
  - repo: local
    hooks:
      - id: aiplan
        name: check AI plans
        entry: npx --no aiplan check
        language: system
        files: \\.aiplan$
`;
