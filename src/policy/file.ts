/** Where the policy file is unless somebody says otherwise. */
export const POLICY_FILE = '.github/tocsin.yml';
