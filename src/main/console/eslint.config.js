import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'src/gql'] },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict, reactHooks.configs.flat.recommended],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      'max-lines': ['error', 200],
    },
  },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.strict] },
);
