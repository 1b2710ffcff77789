import { useTranslation } from 'react-i18next';
import type { Role } from '../../lib/sync/messages';

const ROLES: readonly Role[] = ['owner', 'editor', 'commenter', 'viewer'];

export function useRoleOptions(roles = ROLES) {
  const { t } = useTranslation();
  return roles.map((role) => ({ value: role, label: t(`roles.${role}`) }));
}
