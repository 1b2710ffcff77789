import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/ui/Avatar';
import { ErrorText } from '../../components/ui/ErrorText';
import { avatar, changeAvatar, removeAvatar } from '../../lib/api/accountApi';
import { useApi, useMe } from '../../lib/api/apiContext';
import { isProblem } from '../../lib/api/httpClient';
import classes from './AccountSections.module.css';

/** The user's own picture. The server checks it and makes it small. */
export function AvatarSection({ name, color }: { name: string; color: string }) {
  const { t } = useTranslation();
  const { http } = useApi();
  const { id } = useMe();
  const client = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const key = ['avatar', id];
  const picture = useQuery({
    queryKey: key,
    queryFn: () =>
      avatar(http, id).catch((error: unknown) => {
        if (isProblem(error, 404)) return null;
        throw error;
      }),
  });
  const address = useBlobAddress(picture.data ?? null);
  const change = useMutation({
    mutationFn: (file: Blob | undefined) =>
      file === undefined ? removeAvatar(http) : changeAvatar(http, file),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });

  function choose(event: ChangeEvent<HTMLInputElement>): void {
    const file = event.currentTarget.files?.[0];
    event.currentTarget.value = '';
    if (file !== undefined) change.mutate(file);
  }

  return (
    <div className={classes.picture}>
      {address === undefined ? (
        <Avatar name={name} color={color} size={64} />
      ) : (
        <img src={address} alt={t('account.picture')} />
      )}
      <div>
        <input
          ref={field}
          className={classes.file}
          type="file"
          accept="image/png,image/jpeg,image/gif"
          tabIndex={-1}
          aria-label={t('account.picture')}
          onChange={choose}
        />
        <Button
          variant="default"
          size="xs"
          loading={change.isPending}
          onClick={() => {
            field.current?.click();
          }}
        >
          {t('account.choosePicture')}
        </Button>{' '}
        {address !== undefined && (
          <Button
            variant="subtle"
            size="xs"
            onClick={() => {
              change.mutate(undefined);
            }}
          >
            {t('account.removePicture')}
          </Button>
        )}
        <p className={classes.hint}>{t('account.pictureHint')}</p>
        <ErrorText error={change.error ?? picture.error} />
      </div>
    </div>
  );
}

/** Pictures need the access token, which an <img> cannot send: so they are shown from memory. */
function useBlobAddress(blob: Blob | null): string | undefined {
  const address = useMemo(() => (blob === null ? undefined : URL.createObjectURL(blob)), [blob]);
  useEffect(
    () => () => {
      if (address !== undefined) URL.revokeObjectURL(address);
    },
    [address],
  );
  return address;
}
