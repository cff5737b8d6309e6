const en = {
  /** What makes a run red, once for all incidents of it. */
  alarm:
    'Nobody can be told. Write `fallback: LOGIN` into the policy file, usually .github/tocsin.yml, with the login of somebody who can read this repository.',
};

const fr: typeof en = {
  alarm:
    'Personne ne peut être prévenu. Inscrivez `fallback: COMPTE` dans le fichier de politique, d’ordinaire .github/tocsin.yml, avec le compte de quelqu’un qui peut lire ce dépôt.',
};

export const peopleWords = { en, fr };
