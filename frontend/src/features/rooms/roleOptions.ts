import { useTranslation } from 'react-i18next';
import type { Role } from '../../lib/sync/messages';

const ROLES: readonly Role[] = ['owner', 'editor', 'commenter', 'viewer'];

export function useRoleOptions() {
  const { t } = useTranslation();
  return ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }));
}
