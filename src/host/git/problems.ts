import { MachineFailure, Problem } from "../../contract/problem.js";

/** Says what git's own words mean, where they mean one thing we can help with; otherwise passes its first line on. */
export function gitProblem(stderr: string, root: string): Problem {
  if (stderr.includes("dubious ownership")) {
    return new Problem(
      "git-dubious-ownership",
      `git does not trust ${root}: it belongs to another user.`,
      `run: git config --global --add safe.directory ${quote(stderr.match(/safe\.directory (.+)/)?.[1] ?? root)}`,
    );
  }
  if (
    /promisor|lazy fetching|not our ref|transport '.*' not allowed|unable to read [0-9a-f]{40}/.test(stderr)
  )
    return notFetched();
  const line =
    /^(?:fatal|error): (.*)/m.exec(stderr)?.[1] ?? (stderr.trim().split("\n")[0] || "it did not say why");
  return new MachineFailure(
    "git-failed",
    `git failed in ${root}: ${line.replace(/\.$/, "")}.`,
    /Unable to create '.*\.lock'/.test(stderr)
      ? "run again when no other git is at work there; if none is, remove the lock that it names."
      : "run `git fsck` in that folder to see what is wrong with it.",
  );
}

/** A partial clone lacks the object, and errlock never reaches for the network. */
export function notFetched(): MachineFailure {
  return new MachineFailure(
    "git-object-missing",
    "an object of the repository is not on this machine: the clone is partial or damaged, and errlock does not fetch.",
    "run: git fetch --refetch --no-filter (in GitHub Actions: check out without `filter`)",
  );
}

export function noCommits(): Problem {
  return new Problem(
    "git-no-commits",
    "the repository has no commit yet.",
    "commit first; `errlock check` without --against needs no history.",
  );
}

export function notARepository(root: string): Problem {
  return new Problem(
    "git-not-a-repository",
    `${root} is not in the work tree of a git repository.`,
    "run it inside a git repository: `--against`, `REF:path` and `history` read one.",
  );
}

export function tooOld(version: string, needed: string): Problem {
  return new Problem("git-too-old", `git ${version} is too old.`, `install git ${needed} or newer.`);
}

export function shallowClone(remote: string | null): Problem {
  return new Problem(
    "git-shallow",
    "this is a shallow clone: its history is cut off, so the merge base cannot be known.",
    `run: git fetch --unshallow${remote === null ? "" : ` ${remote}`} (in GitHub Actions: \`fetch-depth: 0\`; in GitLab CI: \`GIT_DEPTH: 0\`)`,
  );
}

export function noMergeBase(ref: string): Problem {
  return new Problem(
    "git-no-merge-base",
    `HEAD and ${ref} have no commit in common.`,
    "name the branch that this one started from; if the histories are unrelated, run without --against.",
  );
}

export function badRef(ref: string): Problem {
  return new Problem(
    "git-ref-invalid",
    `${JSON.stringify(ref)} is not the name of a branch, tag or commit.`,
    "give a branch, tag or commit, such as origin/main.",
  );
}

export interface RefSurroundings {
  readonly remotes: readonly string[];
  readonly shallow: boolean;
  /** Names that exist and end like the one that does not. */
  readonly similar: readonly string[];
}

/** The ref is not here; where it names a remote's branch, the command that brings it. */
export function missingRef(ref: string, { remotes, shallow, similar }: RefSurroundings): Problem {
  const message = `there is no commit ${JSON.stringify(ref)} in this repository.`;
  const problem = (hint: string) => new Problem("git-ref-missing", message, hint);
  const first = similar[0];
  if (first !== undefined) return problem(`did you mean ${first}?`);
  if (!/^[\w./-]+$/.test(ref)) return problem("name a branch, tag or commit that exists: git branch --all");
  const fetch = shallow ? "git fetch --unshallow" : "git fetch";
  const remote = remotes.find((name) => ref.startsWith(`${name}/`));
  if (remote !== undefined) {
    const branch = ref.slice(remote.length + 1);
    return problem(`run: ${fetch} ${remote} +refs/heads/${branch}:refs/remotes/${ref}`);
  }
  const origin = remotes.includes("origin") ? "origin" : remotes[0];
  if (origin === undefined) return problem("name a branch, tag or commit that exists: git branch --all");
  return problem(
    `run: ${fetch} ${origin} +refs/heads/${ref}:refs/remotes/${origin}/${ref} and say ${origin}/${ref}`,
  );
}

function quote(path: string): string {
  const bare = path.replace(/^'|'$/g, "").trim();
  return /^[\w./:\\-]+$/.test(bare) ? bare : `'${bare.replaceAll("'", "'\\''")}'`;
}
