/** The first file of these that there is says who owns what, as GitHub has it. */
const OWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

/** So many commits are read, the newest first. */
export const MOST_COMMITS = 50;

/**
 * The connections below cost one point together: 3 of the repository, 30 of the deployments, 50 of the commits, and one for the files of
 * each pull request.
 */
export const SHIPPED = `
query Shipped(
  $owner: String!, $name: String!, $environments: [String!], $until: GitTimestamp!,
  $withDeployments: Boolean!, $withPullRequests: Boolean!
) { repository(owner: $owner, name: $name) {
  nameWithOwner url isPrivate
  deployments(first: 30, environments: $environments, orderBy: { field: CREATED_AT, direction: DESC }) @include(if: $withDeployments) {
    nodes {
      environment commitOid createdAt description payload creator { __typename login }
      statuses(first: 10) { nodes { state createdAt logUrl } }
    }
  }
  releases(first: 10, orderBy: { field: CREATED_AT, direction: DESC }) {
    nodes { tagName name createdAt publishedAt isDraft url author { __typename login } }
  }
  ${OWNERS.map((path, i) => `owners${i}: object(expression: "HEAD:${path}") { ... on Blob { text } }`).join('\n  ')}
  defaultBranchRef { target { ... on Commit {
    history(first: ${MOST_COMMITS}, until: $until) {
      nodes {
        oid committedDate messageHeadline url additions deletions author { name user { login } }
        associatedPullRequests(first: 1) @include(if: $withPullRequests) {
          nodes {
            number title url additions deletions changedFiles author { __typename login } mergedBy { __typename login } mergedAt
            files(first: 30) { nodes { path } }
          }
        }
      }
    }
  } } }
} }`;
