import com.zx.sms.codec.cmpp.msg.CmppDeliverRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppDeliverResponseMessage;
import com.zx.sms.codec.cmpp.msg.CmppReportRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppSubmitRequestMessage;
import com.zx.sms.codec.cmpp.msg.CmppSubmitResponseMessage;
import com.zx.sms.common.util.ChannelUtil;
import com.zx.sms.common.util.MsgId;
import com.zx.sms.connect.manager.EndpointEntity.ChannelType;
import com.zx.sms.connect.manager.EndpointManager;
import com.zx.sms.connect.manager.cmpp.CMPPServerChildEndpointEntity;
import com.zx.sms.connect.manager.cmpp.CMPPServerEndpointEntity;
import com.zx.sms.handler.api.AbstractBusinessHandler;
import com.zx.sms.session.cmpp.SessionState;
import io.netty.channel.ChannelHandlerContext;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The gateway side of sms-core 2.1.13.5, told what to do in lines: {@code in FROM BASE64}, {@code report ID TO WORD},
 * {@code early on|off} (reports before it answers), {@code mute on|off} (takes and does not answer), {@code drop}. It says
 * {@code up}, {@code down}, {@code sent IDS TO FROM BASE64}, {@code kept RESULT}. Arguments: port, 32 or 48 (2.0, 3.0).
 */
class Gateway {
    static final PrintStream SAY = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    static final Map<String, MsgId> IDS = new ConcurrentHashMap<>();
    static volatile boolean early;
    static volatile boolean mute;
    static volatile ChannelHandlerContext link;

    public static void main(String[] args) throws Exception {
        System.setOut(System.err); // the library's own words
        CMPPServerEndpointEntity server = new CMPPServerEndpointEntity();
        server.setId("server");
        server.setHost("127.0.0.1");
        server.setPort(Integer.parseInt(args[0]));
        server.setValid(true);
        CMPPServerChildEndpointEntity child = new CMPPServerChildEndpointEntity();
        child.setId("child");
        child.setUserName("901234");
        child.setPassword("try-secret");
        child.setVersion(Short.parseShort(args[1]));
        child.setChannelType(ChannelType.DUPLEX);
        child.setMaxChannels((short) 4);
        child.setWindow(16);
        child.setReSendFailMsg(false);
        child.setValid(true);
        child.setBusinessHandlerSet(new ArrayList<>(List.of(new Taker())));
        server.addchild(child);
        EndpointManager.INS.addEndpointEntity(server);
        EndpointManager.INS.openEndpoint(server);
        SAY.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) act(line.split(" "));
        System.exit(0);
    }

    static void act(String[] words) throws Exception {
        switch (words[0]) {
            case "in" -> bring(words[1], new String(Base64.getDecoder().decode(words[2]), StandardCharsets.UTF_8));
            case "report" -> report(IDS.get(words[1]), words[2], words[3]);
            case "early" -> early = words[1].equals("on");
            case "mute" -> mute = words[1].equals("on");
            case "drop" -> link.close();
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    static void bring(String from, String text) throws Exception {
        CmppDeliverRequestMessage m = new CmppDeliverRequestMessage();
        m.setDestId("10690012345");
        m.setServiceid("try");
        m.setSrcterminalId(from);
        m.setMsgContent(text);
        for (var answer : ChannelUtil.syncWriteLongMsgToEntity("child", m))
            answer.addListener(f -> SAY.println(
                    "kept " + (f.isSuccess() ? ((CmppDeliverResponseMessage) f.get()).getResult() : f.cause())));
    }

    static void report(MsgId id, String to, String word) {
        CmppReportRequestMessage r = new CmppReportRequestMessage();
        r.setMsgId(id);
        r.setStat(word);
        r.setSubmitTime("2611231000");
        r.setDoneTime("2611231001");
        r.setDestterminalId(to);
        CmppDeliverRequestMessage m = new CmppDeliverRequestMessage();
        m.setDestId("10690012345");
        m.setServiceid("try");
        m.setSrcterminalId(to);
        m.setReportRequestMessage(r);
        link.channel().writeAndFlush(m);
    }

    static class Taker extends AbstractBusinessHandler {
        @Override
        public String name() {
            return "taker";
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
            if (event == SessionState.Connect) {
                link = ctx;
                SAY.println("up");
            }
            ctx.fireUserEventTriggered(event);
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) throws Exception {
            SAY.println("down");
            ctx.fireChannelInactive();
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
            if (message instanceof CmppSubmitRequestMessage m && !mute) taken(ctx, m);
            else ctx.fireChannelRead(message);
        }

        private void taken(ChannelHandlerContext ctx, CmppSubmitRequestMessage m) {
            List<CmppSubmitRequestMessage> parts = new ArrayList<>(List.of(m));
            if (m.getFragments() != null) parts.addAll(m.getFragments());
            List<String> ids = new ArrayList<>();
            for (CmppSubmitRequestMessage part : parts) {
                CmppSubmitResponseMessage answer = new CmppSubmitResponseMessage(part.getHeader().getSequenceId());
                MsgId id = answer.getMsgId();
                IDS.put(id.toString(), id);
                ids.add(id.toString());
                if (early) for (int twice = 0; twice < 2; twice++) report(id, part.getDestterminalId()[0], "DELIVRD");
                answer.setResult(0);
                ctx.writeAndFlush(answer);
            }
            String text = Base64.getEncoder().encodeToString(m.getMsgContent().getBytes(StandardCharsets.UTF_8));
            SAY.println("sent " + String.join(",", ids) + " " + m.getDestterminalId()[0] + " " + m.getSrcId() + " " + text);
        }

        @Override
        public Taker clone() {
            return new Taker();
        }
    }
}
