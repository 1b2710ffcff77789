import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useId, useState, type KeyboardEvent, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/ui/Avatar';
import { Icon } from '../../components/ui/icons';
import type { IssuedInvitation, Place, SharingApi } from '../../lib/api/sharingApi';
import type { Role } from '../../lib/sync/messages';
import { candidates, meant, nameOf, type Candidate } from './candidates';
import { Failure } from './Failure';
import { NewInvitation } from './NewInvitation';
import classes from './Sharing.module.css';
import { useRoleOptions } from './useRoleOptions';
import { useFound, useSharingChange } from './useSharing';

interface Wish {
  readonly candidate: Candidate | undefined;
  readonly typed: string;
  readonly role: Role;
}

/** Nothing was chosen, and what is typed could be several or nobody. */
class NobodyMeant extends Error {
  override readonly name = 'NobodyMeant';
}

/** Gives people, groups and addresses a role. */
export function AddAccess({ place }: { place: Place }) {
  const { t } = useTranslation();
  const roles = useRoleOptions();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Candidate>();
  const [index, setIndex] = useState(0);
  const [role, setRole] = useState<Role>('editor');
  const found = useFound(chosen === undefined ? typed : '');
  const offered = chosen === undefined && typed.trim() !== '' ? candidates(typed, found.data) : [];
  const at = Math.min(index, Math.max(0, offered.length - 1));
  const add = useSharingChange(place, (api, wish: Wish) => give(api, place, wish));

  function choose(candidate: Candidate | undefined): void {
    if (candidate === undefined) return;
    setChosen(candidate);
    setTyped(nameOf(candidate));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (offered.length === 0) return;
    if (event.key === 'ArrowDown') setIndex((at + 1) % offered.length);
    else if (event.key === 'ArrowUp') setIndex((at + offered.length - 1) % offered.length);
    else if (event.key === 'Enter') choose(offered[at]);
    else return;
    event.preventDefault();
  }

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    add.mutate(
      { candidate: chosen, typed, role },
      {
        onSuccess: () => {
          setTyped('');
          setChosen(undefined);
        },
      },
    );
  }

  return (
    <form className={classes.add} onSubmit={submit}>
      <TextInput
        className={classes.find}
        data-autofocus
        label={t('sharing.find')}
        placeholder={t('sharing.findHint')}
        autoComplete="off"
        maxLength={254}
        required
        role="combobox"
        aria-expanded={offered.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={offered.length > 0 ? `${list}-${String(at)}` : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(undefined);
          setIndex(0);
          add.reset();
        }}
        onKeyDown={onKeyDown}
      />
      <NativeSelect
        label={t('sharing.role')}
        data={roles}
        value={role}
        onChange={(event) => {
          setRole(event.currentTarget.value as Role);
        }}
      />
      <Button type="submit" loading={add.isPending}>
        {t('sharing.add')}
      </Button>
      <ul
        id={list}
        role="listbox"
        aria-label={t('sharing.found')}
        className={classes.found}
        hidden={offered.length === 0}
      >
        {offered.map((candidate, each) => (
          <li
            key={candidate.key}
            id={`${list}-${String(each)}`}
            role="option"
            aria-selected={each === at}
            className={classes.candidate}
            onPointerDown={(event) => {
              event.preventDefault(); // the field keeps the focus
            }}
            onPointerMove={() => {
              setIndex(each);
            }}
            onClick={() => {
              choose(candidate);
            }}
          >
            <CandidateText candidate={candidate} />
          </li>
        ))}
      </ul>
      {add.error instanceof NobodyMeant ? (
        <p className={classes.failure} role="alert">
          {t('sharing.choose')}
        </p>
      ) : (
        <Failure error={add.error} />
      )}
      {add.data !== undefined && <NewInvitation invitation={add.data} />}
    </form>
  );
}

function CandidateText({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation();
  switch (candidate.kind) {
    case 'person':
      return (
        <>
          <Avatar {...candidate.person} name={candidate.person.displayName} size={28} />
          {candidate.person.displayName}
        </>
      );
    case 'group':
      return (
        <>
          <Icon name="people" />
          {candidate.name} <small>{t('sharing.group')}</small>
        </>
      );
    case 'email':
      return (
        <>
          <Icon name="plus" />
          {t('sharing.invite', { email: candidate.email })}
        </>
      );
  }
}

/** The invitation, where one was made. */
async function give(
  api: SharingApi,
  place: Place,
  { candidate, typed, role }: Wish,
): Promise<IssuedInvitation | undefined> {
  const one = candidate ?? meant(typed, await api.find(typed.trim()));
  switch (one?.kind) {
    case undefined:
      throw new NobodyMeant(typed);
    case 'person':
      await api.giveUser(place, one.person.userId, role);
      return undefined;
    case 'group':
      await api.giveGroup(place, one.name, role);
      return undefined;
    case 'email':
      return api.invite(place, one.email, role);
  }
}
