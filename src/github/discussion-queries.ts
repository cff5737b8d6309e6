/* What is asked of Discussions, apart from all other queries: few runs load it. */

const SAID = `fragment Said on DiscussionComment { id body author { __typename login } }`;

/** A Discussion weighs as much as all that was said in it, and GitHub gives up after ten seconds. */
const THREAD = `${SAID}
fragment Thread on Discussion {
  id number body createdAt locked author { __typename login } category { id }
  comments(last: 40) { pageInfo { hasPreviousPage } nodes { ...Said } }
}`;

const PAGE = 'pageInfo { hasNextPage endCursor } nodes { ...Thread }';

/** The categories, of which GitHub takes twenty-five, and the Discussions of all of them that changed last. */
export const RECENT = `query DiscussionsRecent($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    id hasDiscussionsEnabled
    discussionCategories(first: 25) { nodes { id name } }
    discussions(first: 50, orderBy: { field: UPDATED_AT, direction: DESC }) { ${PAGE} }
  }
}
${THREAD}`;

/** Those of a category, by when they were opened: nobody can change that order by what they say in one. */
export const BY_CATEGORY = `query DiscussionsOf($owner: String!, $name: String!, $category: ID!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussions(categoryId: $category, first: 50, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) { ${PAGE} }
  }
}
${THREAD}`;

export const MORE = `query DiscussionWhole($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussion(number: $number) { comments(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { ...Said } } }
  }
}
${SAID}`;

const mutation = (field: string, input: string, selection = 'clientMutationId'): string =>
  `mutation ${input}($input: ${input}Input!) { ${field}(input: $input) { ${selection} } }`;

export const OPEN = mutation('createDiscussion', 'CreateDiscussion', 'discussion { id number }');
export const ADD = mutation('addDiscussionComment', 'AddDiscussionComment');
export const EDIT = mutation('updateDiscussion', 'UpdateDiscussion');
export const EDIT_REMARK = mutation('updateDiscussionComment', 'UpdateDiscussionComment');
export const REMOVE = mutation('deleteDiscussion', 'DeleteDiscussion');
export const REMOVE_REMARK = mutation('deleteDiscussionComment', 'DeleteDiscussionComment');
export const CLOSE = mutation('closeDiscussion', 'CloseDiscussion');
