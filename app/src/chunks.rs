//! Pages by the piece of the program that has them: a phone that looks a case up does not carry the form, and neither
//! carries the desk.
//!
//! Few pieces, not one for each page: the splitter cuts what pages share into a chunk for every set of pieces that
//! share it, so pieces cost requests. A chunk that does not come leaves pages plain, and `boot.js` follows the link as
//! a browser without scripts would.

use leptos::{prelude::*, wasm_split::wasm_split};
use leptos_router::LazyRoute;

use crate::{
    account::SignInPage,
    citizen::{
        account::OwnAccountPage,
        case::CasePage,
        escalation::EscalationPage,
        filing::FilingPage,
        filing::assist::AssistPage,
        follow::LinkPage,
        follow::LostPage,
        help::HelpPage,
        home::HomePage,
        mine::MinePage,
        my_data::MyDataPage,
        public::{agencies::AgenciesPage, agency::AgencyPage, case::PublicCasePage, list::ListPage, map::MapPage},
        receipt::ReceiptPage,
        tracking::TrackingPage,
    },
    desk::{case::DeskCasePage, queue::QueuePage, receipt::NewReceiptPage},
    province::ProvincePage,
};

/// Declares pages of one piece: `Route: Page as function, preload`.
macro_rules! pages {
    ($piece:ident { $($(#[$doc:meta])* $route:ident: $page:ident as $draw:ident, $load:ident;)+ }) => {$(
        $(#[$doc])*
        pub struct $route;

        #[wasm_split($piece, wasm_split_path = leptos::wasm_split, preload($load))]
        fn $draw() -> AnyView {
            view! { <$page/> }.into_any()
        }

        impl LazyRoute for $route {
            fn data() -> Self {
                Self
            }

            async fn view(_this: Self) -> AnyView {
                $draw().await
            }

            async fn preload() {
                $load().await;
            }
        }
    )+};
}

// What the service worker keeps is named after these two: `public/sw.js`.
pages! { form {
    /// `/lapor`.
    Filing: FilingPage as filing, load_filing;
    /// `/lapor/bukti`.
    Receipt: ReceiptPage as receipt, load_receipt;
    /// `/laporan-saya`.
    Mine: MinePage as mine, load_mine;
} }

pages! { read {
    /// `/`.
    Home: HomePage as home, load_home;
    /// `/lacak`.
    Tracking: TrackingPage as tracking, load_tracking;
    /// `/lacak/{code}`.
    Case: CasePage as case, load_case;
    /// `/lacak/{code}/berkas-eskalasi`.
    Escalation: EscalationPage as escalation, load_escalation;
    /// `/lacak/{code}/data-saya`.
    MyData: MyDataPage as my_data, load_my_data;
    /// `/bantuan`.
    Help: HelpPage as help, load_help;
    /// `/lacak/hilang`.
    Lost: LostPage as lost, load_lost;
    /// `/k/{token}`.
    Link: LinkPage as link, load_link;
    /// `/saya`.
    OwnAccount: OwnAccountPage as own_account, load_own_account;
} }

pages! { public {
    /// `/laporan`.
    PublicList: ListPage as public_list, load_public_list;
    /// `/laporan/peta`.
    PublicMap: MapPage as public_map, load_public_map;
    /// `/laporan/{code}`.
    PublicCase: PublicCasePage as public_case, load_public_case;
    /// `/instansi`.
    Agencies: AgenciesPage as agencies, load_agencies;
    /// `/instansi/{agency}`.
    Agency: AgencyPage as agency, load_agency;
} }

pages! { staff {
    /// `/masuk`.
    SignIn: SignInPage as sign_in, load_sign_in;
    /// `/meja`.
    Queue: QueuePage as queue, load_queue;
    /// `/meja/bantu`.
    Assist: AssistPage as assist, load_assist;
    /// `/meja/{code}`.
    DeskCase: DeskCasePage as desk_case, load_desk_case;
    /// `/meja/{code}/bukti`.
    NewReceipt: NewReceiptPage as new_receipt, load_new_receipt;
    /// `/sinergi`.
    Province: ProvincePage as province, load_province;
} }
