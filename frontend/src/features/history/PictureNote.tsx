import { useTranslation } from 'react-i18next';
import type { TakenPicture } from '../../lib/api/historyApi';

/** Says where a picture stays that is taken out here. */
export function PictureNote({ picture }: { readonly picture: TakenPicture }) {
  const { t, i18n } = useTranslation();
  const { erased, places, documents, otherDocuments } = picture;
  if (erased) return <p role="note">{t('past.pictureErased')}</p>;
  const where = [
    ...(places > 0 ? [t('past.pictureHere', { count: places })] : []),
    ...documents.map(({ title }) => `“${title}”`),
    ...(otherDocuments > 0 ? [t('past.pictureElsewhere', { count: otherDocuments })] : []),
  ];
  return (
    <p role="note">
      {t('past.pictureStays', { where: new Intl.ListFormat(i18n.language).format(where) })}
    </p>
  );
}
