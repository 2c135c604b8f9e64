/** A customer's name as the customer writes it, marked so that the right glyphs and the right voice are chosen. */
export const CustomerName = ({ customer }: { customer: { displayName: string; language?: string | null } }) => {
  const isHan = /\p{Script=Han}/u.test(customer.displayName);
  const script = isHan && customer.language?.startsWith('zh') ? customer.language : undefined;
  return (
    <bdi className="customer-name" lang={script}>
      {customer.displayName}
    </bdi>
  );
};
