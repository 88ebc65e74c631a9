//! Closed lists whose members have one written code: in the database, on the wire, in forms.

/// Declares an enum, the code of each member, and the look-up back.
///
/// Gives `ALL` (in declared order), `as_str`, and `find` (`None` for an unknown code).
macro_rules! codes {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$member_doc:meta])* $member:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$member_doc])* $member,)+ }

        impl $name {
            /// Every member, in the order of the rule book.
            pub const ALL: &'static [Self] = &[$(Self::$member),+];

            /// The code, as it is stored and sent.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$member => $code),+ }
            }

            /// The member with this code.
            #[must_use]
            pub fn find(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$member),)+ _ => None }
            }
        }
    };
}

pub(crate) use codes;
