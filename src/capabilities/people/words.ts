const en = {
  /** What makes a run red, once for all incidents of it. */
  alarm:
    'Nobody can be told. Write `fallback: LOGIN` into the policy file, usually .github/tocsin.yml, with the login of somebody who can read this repository.',
  unusedRole: (role: string, meant: string | null) =>
    `roles.${role}: nothing notifies this role, and the policy names it nowhere else; ${meant === null ? 'name it under notify of a step, or take it out' : `did you mean \`${meant}\`?`}`,
};

const fr: typeof en = {
  alarm:
    'Personne ne peut être prévenu. Inscrivez `fallback: COMPTE` dans le fichier de politique, d’ordinaire .github/tocsin.yml, avec le compte de quelqu’un qui peut lire ce dépôt.',
  unusedRole: (role, meant) =>
    `roles.${role} : rien ne prévient ce rôle, et la politique ne le nomme nulle part ailleurs ; ${meant === null ? 'nommez-le dans notify d’une étape, ou supprimez-le' : `vouliez-vous dire \`${meant}\` ?`}`,
};

export const peopleWords = { en, fr };
