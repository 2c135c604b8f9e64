import { useTranslation } from 'react-i18next';

/** Sources and rules are declared by each operator: those that we know have a name, others show as declared. */
export const useDeclaredName = () => {
  const { t, i18n } = useTranslation();
  return (group: 'systems' | 'rules', key: string) => {
    const path = `sources.${group}.${key}`;
    return i18n.exists(path) ? String(t(path as 'sources.systems.crm')) : key;
  };
};
