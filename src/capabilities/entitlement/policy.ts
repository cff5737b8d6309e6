import { changesSection } from '../changes/policy.ts';
import { REPOSITORY_ROLES } from '../../model/role.ts';
import { list, map, text } from '../../policy/expect.ts';
import { key } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { hint, quote } from '../../policy/wording.ts';

/** Any name may be that of an organisation's own role; what looks like a slip in one of GitHub's is said by `check`. */
function wrongRepositoryRole(text: string): string | undefined {
  return text.trim() === ''
    ? `${quote(text)} is not a role in a repository; ${hint(text, REPOSITORY_ROLES)}`
    : undefined;
}

const repositoryRoles = (lock: string) =>
  list(
    text('a role in a repository', 'e.g. write', wrongRepositoryRole),
    'a list of roles in a repository',
    `is empty: nobody could ${lock}; expected e.g. [admin, maintain, write, triage]`,
  );

interface Entitled {
  /** Roles in the repository, GitHub's own or the organisation's, whose holders may command an incident. */
  readonly entitled: readonly string[];
}

export const entitledSection = section({
  key: 'entitled',
  schema: key(repositoryRoles('command an incident'), {
    takes: 'list of roles in the repository',
    default: '`[admin, maintain, write, triage]`',
    meaning:
      'Roles in the repository whose holders may command an incident. A [custom role](#commands) counts by its name, and as the role that it is based on.',
  }),
  builtin: `
entitled: [admin, maintain, write, triage]           # repository roles that may command an incident
`,
  resolve: ({ file, builtin = [] }): Entitled => ({ entitled: file ?? builtin }),
});

const WRITERS = ['admin', 'maintain', 'write'];

interface Rights {
  /** Command to the roles in the repository that may use it, where that differs from `entitled`. */
  readonly rights: ReadonlyMap<string, readonly string[]>;
}

/** The section about single commands, which are known by these names. */
export const commandRightsSection = (commandNames: readonly string[]) =>
  section({
    key: 'commands',
    schema: key(
      map(
        'a map of commands',
        Object.fromEntries(
          commandNames.map((command) => [
            command,
            key(repositoryRoles('use it'), {
              takes: 'list of roles in the repository',
              meaning: `Roles in the repository whose holders may use \`/${command}\`.`,
            }),
          ]),
        ),
      ),
      {
        takes: 'map of [commands](#commands) to lists of roles in the repository',
        meaning:
          'Commands, without the slash, with the roles in the repository whose holders may use them, where that differs from `entitled`.',
      },
    ),
    needs: [changesSection],
    resolve: ({ file = {} }, _, { changes }): Rights => ({
      rights: new Map([
        // To start a workflow takes write access: nobody gets more of it by a command.
        ...(changes?.rollback ? [['rollback', WRITERS] as const] : []),
        ...Object.entries(file).flatMap(([name, who]) => (who ? [[name, who] as const] : [])),
      ]),
    }),
  });
