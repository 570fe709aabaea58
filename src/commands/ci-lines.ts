/** What a repository already uses, so that only fitting lines are shown. */
export interface Surroundings {
  readonly github: boolean;
  readonly gitlab: boolean;
  readonly circleci: boolean;
  readonly lefthook: boolean;
  readonly husky: boolean;
  readonly preCommit: boolean;
  readonly npm: boolean;
  /** A lockfile of npm: the version of errlock that it names is the one to run. */
  readonly npmLock: boolean;
}

const github = (install: readonly string[]) => `GitHub Actions, .github/workflows/errlock.yml:

    name: error codes
    on: pull_request
    permissions: { contents: read }
    jobs:
      errlock:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4
            with: { fetch-depth: 0 }
${[...install, 'npx errlock check --against "origin/$GITHUB_BASE_REF" -f github'].map((run) => `          - run: ${run}`).join("\n")}`;

const gitlabScript = [
  'git fetch origin "+refs/heads/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME:refs/remotes/origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"',
  'npx errlock check --against "origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME" -f text -f gitlab=errlock.json',
];

/** A pipeline of GitLab has its own branch alone, whatever its depth: the target is fetched. */
const gitlab = (install: readonly string[]) => `GitLab, .gitlab-ci.yml:

    errlock:
      image: node:22
      rules: [{ if: $CI_MERGE_REQUEST_IID }]
      variables: { GIT_DEPTH: 0 }
      script:
${[...install, ...gitlabScript].map((line) => `        - ${line}`).join("\n")}
      artifacts: { when: always, reports: { codequality: errlock.json } }`;

const circleci = (install: readonly string[]) => `CircleCI, .circleci/config.yml:

    errlock:
      docker: [{ image: cimg/node:22.0 }]
      steps: [${["checkout", ...[...install, "npx errlock check --against origin/main"].map((run) => `{ run: ${run} }`)].join(", ")}]`;

const npm = `package.json:

    "scripts": { "lint:spec": "errlock check", "baseline:update": "errlock baseline update" }`;

const hooks = {
  husky: `husky:

    echo "npx errlock check" >> .husky/pre-commit`,
  lefthook: `lefthook.yml:

    pre-commit: { commands: { errlock: { run: npx errlock check } } }`,
  preCommit: `pre-commit, .pre-commit-config.yaml:

    - repo: local
      hooks: [{ id: errlock, name: errlock, language: system, entry: npx errlock check, pass_filenames: false }]`,
};

/** The lines to paste; GitHub's where no CI is seen. */
export function ciLines(seen: Surroundings): string {
  const anyCi = seen.gitlab || seen.circleci;
  const install = seen.npmLock ? ["npm ci"] : [];
  const parts = [
    ...(seen.npm ? [npm] : []),
    ...(seen.github || !anyCi ? [github(install)] : []),
    ...(seen.gitlab ? [gitlab(install)] : []),
    ...(seen.circleci ? [circleci(install)] : []),
    ...(seen.husky ? [hooks.husky] : []),
    ...(seen.lefthook ? [hooks.lefthook] : []),
    ...(seen.preCommit ? [hooks.preCommit] : []),
  ];
  return `Commit these files. To paste:\n\n${parts.join("\n\n")}\n\nThen, at each release: errlock baseline update\n`;
}
